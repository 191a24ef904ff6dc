namespace Beeper.Resolver.Normalization;

/// <summary>A name in comparison form. Made by <see cref="NameFolder"/>; never shown and never sent.</summary>
public sealed class FoldedName
{
    internal FoldedName(NameToken[] tokens, string? generation, NameScript script, bool isPerson)
    {
        Tokens = tokens;
        Generation = generation;
        Script = script;
        IsPerson = isPerson;
    }

    /// <summary>A name that says nothing.</summary>
    public static FoldedName Empty { get; } = new([], null, NameScript.None, false);

    /// <summary>The words without honorifics and generation, in the order written.</summary>
    public IReadOnlyList<NameToken> Tokens { get; }

    /// <summary><c>jr</c>, <c>sr</c>, <c>ii</c>, <c>iii</c> or <c>iv</c>, or null.</summary>
    public string? Generation { get; }

    /// <summary>The script.</summary>
    public NameScript Script { get; }

    /// <summary>False for placeholders and functions such as "Unknown" or "IT Support", which tell nobody apart.</summary>
    public bool IsPerson { get; }
}
