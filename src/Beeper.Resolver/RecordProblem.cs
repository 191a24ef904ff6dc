namespace Beeper.Resolver;

/// <summary>Why a value, or with a <c>ROW_</c> code a whole row, was not used.</summary>
/// <param name="Code">Stable upper-case code such as <c>PHONE_TOO_SHORT</c> or <c>ROW_EMPTY</c>.</param>
/// <param name="Column">Header of the column, or null when the problem is the row's.</param>
/// <param name="Raw">The offending text as written, or null.</param>
public sealed record RecordProblem(string Code, string? Column, string? Raw)
{
    /// <summary>Says nothing of the value: it is personal.</summary>
    public override string ToString() => Column is null ? Code : $"{Code} in {Column}";
}
