using System.Text.Json.Serialization;

namespace Beeper.Resolver;

/// <summary>Why a value, or with a <c>ROW_</c> code a whole row, was not used.</summary>
/// <param name="Code">Stable upper-case code such as <c>PHONE_TOO_SHORT</c> or <c>ROW_NO_CONTENT</c>.</param>
/// <param name="Column">Header of the column, or null when the problem is the row's.</param>
/// <param name="Raw">The offending text as written, or null.</param>
public sealed record RecordProblem(string Code, string? Column, string? Raw)
{
    /// <summary>Number of the field in its row, from 1; 0 where it is not known or the problem is the row's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Field { get; init; }

    /// <summary>Says nothing of the value: it is personal.</summary>
    public override string ToString() => Column is null ? Code : $"{Code} in {Column}";
}
