namespace Beeper.Resolver.Normalization;

/// <summary>
/// A word as names have it, in its comparison forms. Shared by all names that have the word, so that a name is little more than references to its words.
/// </summary>
/// <param name="Form">Romanised and folded.</param>
/// <param name="Expanded">The form with umlauts written out, or the reading; the same object as the form where there is none.</param>
internal sealed record NameWord(string Form, string Expanded)
{
    /// <summary>The form in the one spelling that its transliterations share (<c>sergei</c> for Sergey); see <see cref="NameSpelling"/>.</summary>
    public string Spelling { get; init; } = Form;

    public int SpellingHash { get; init; }

    /// <summary>Number of the name whose spellings the data file lists (Kim, Gim); 0 for none.</summary>
    public ushort SpelledName { get; init; }

    /// <summary>Number of the word among names and their short forms; 0 for none.</summary>
    public ushort ShortName { get; init; }

    public NameScript Script { get; init; }

    /// <summary>Whether it is one letter of a script in which a letter is no word, even where its romanisation has more (Я, Ч).</summary>
    public bool IsOneLetter { get; init; }

    public NameWordKinds Kinds { get; init; }

    public bool IsNumber { get; init; }

    /// <summary>Whether the words are the same in any spelling.</summary>
    public static bool IsSame(NameWord a, NameWord b)
    {
        if (ReferenceEquals(a, b) || (a.SpellingHash == b.SpellingHash && string.Equals(a.Spelling, b.Spelling, StringComparison.Ordinal)))
            return true;
        if (a.SpelledName != 0 && a.SpelledName == b.SpelledName)
            return true;
        var plain = ReferenceEquals(a.Form, a.Expanded) && ReferenceEquals(b.Form, b.Expanded);
        return !plain && (string.Equals(a.Form, b.Expanded, StringComparison.Ordinal) || string.Equals(a.Expanded, b.Form, StringComparison.Ordinal)
            || string.Equals(a.Form, b.Form, StringComparison.Ordinal));
    }
}
