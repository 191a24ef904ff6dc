namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>A part of a name in its own script and in Latin letters; the same text twice where the script is Latin.</summary>
internal readonly record struct NamePart(string Native, string Latin)
{
    public static NamePart None { get; } = new("", "");

    public bool IsEmpty => Native.Length == 0;

    public bool HasScript => !string.Equals(Native, Latin, StringComparison.Ordinal);

    public static NamePart operator +(NamePart left, NamePart right) => new(left.Native + right.Native, left.Latin + right.Latin);

    /// <summary>Reads <c>native=Latin</c> or a Latin text alone.</summary>
    public static NamePart Parse(string text) => text.IndexOf('=', StringComparison.Ordinal) is var at && at >= 0 ? new NamePart(text[..at], text[(at + 1)..]) : new NamePart(text, text);

    public string In(bool latin) => latin ? Latin : Native;
}
