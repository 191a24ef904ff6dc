namespace Beeper.Resolver.Normalization;

/// <summary>
/// A name in comparison form. Made by <see cref="NameFolder"/>, which also works out all that <see cref="NameComparer"/> needs, so that comparing
/// costs no allocation; never shown and never sent.
/// </summary>
public sealed class FoldedName
{
    internal FoldedName(NameToken[] words, string? generation, NameScript script, bool isPerson)
    {
        Words = words;
        Generation = generation;
        Script = script;
        IsPerson = isPerson;
        foreach (ref readonly var word in words.AsSpan())
        {
            if (word.IsNumber)
                Numbers++;
            else if (!word.IsParticle)
                Significant++;
        }
    }

    /// <summary>A name that says nothing.</summary>
    public static FoldedName Empty { get; } = new([], null, NameScript.None, false);

    /// <summary>The words without honorifics and generation, in the order written; the part behind the comma first ("Quill, Harriet").</summary>
    public IReadOnlyList<NameToken> Tokens => Words;

    /// <summary><c>jr</c>, <c>sr</c>, <c>ii</c>, <c>iii</c>, <c>iv</c> or <c>neto</c>, or null.</summary>
    public string? Generation { get; }

    /// <summary>The script.</summary>
    public NameScript Script { get; }

    /// <summary>False for placeholders, functions and firms such as "Unknown", "IT Support" or "Quill GmbH", which tell no person apart.</summary>
    public bool IsPerson { get; }

    internal NameToken[] Words { get; }

    /// <summary>How many words are neither particles nor numbers.</summary>
    internal int Significant { get; }

    internal int Numbers { get; }
}
