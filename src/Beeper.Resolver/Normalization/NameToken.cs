namespace Beeper.Resolver.Normalization;

/// <summary>A word of a name in its comparison forms.</summary>
/// <param name="Form">Romanised and folded (<c>jurgen</c> for Jürgen); as written, folded, for scripts that are not romanised.</param>
/// <param name="Expanded">
/// The form with umlauts written out (<c>juergen</c>), or the reading of a word in Han, Kana or Hangul; the same object where there is none.
/// </param>
public readonly record struct NameToken(string Form, string Expanded)
{
    /// <summary>Whether it is a single letter.</summary>
    public bool IsInitial => Form is [>= 'a' and <= 'z'] || IsOneLetter;

    /// <summary>Whether the data files know the word as a given name or a short form of one.</summary>
    internal bool IsGivenName => SpelledName != 0 || ShortName != 0;

    /// <summary>The form in the one spelling that its transliterations share (<c>sergei</c> for Sergey); see <see cref="NameSpelling"/>.</summary>
    internal string Spelling { get; init; } = Form;

    internal int SpellingHash { get; init; }

    /// <summary>Number of the name whose spellings the data file lists (Kim, Gim); 0 for none.</summary>
    internal ushort SpelledName { get; init; }

    /// <summary>Number of the word among names and their short forms; 0 for none.</summary>
    internal ushort ShortName { get; init; }

    internal NameScript Script { get; init; }

    /// <summary>Whether it is one letter of a script in which a letter is no word, even where its romanisation has more (Я, Ч).</summary>
    internal bool IsOneLetter { get; init; }

    internal NameWordKinds Kinds { get; init; }

    internal bool IsNumber { get; init; }

    /// <summary>Whether it joins names and is none (<c>van der</c>, <c>de la</c>), so that it may be missing.</summary>
    internal bool IsParticle { get; init; }

    /// <summary>Whether the words are the same in any spelling.</summary>
    public bool Equals(NameToken other, bool anySpelling) => anySpelling ? IsSame(this, other) : string.Equals(Form, other.Form, StringComparison.Ordinal);

    internal static bool IsSame(in NameToken a, in NameToken b)
    {
        if (a.SpellingHash == b.SpellingHash && string.Equals(a.Spelling, b.Spelling, StringComparison.Ordinal))
            return true;
        if (a.SpelledName != 0 && a.SpelledName == b.SpelledName)
            return true;
        var plain = ReferenceEquals(a.Form, a.Expanded) && ReferenceEquals(b.Form, b.Expanded);
        return !plain && (string.Equals(a.Form, b.Expanded, StringComparison.Ordinal) || string.Equals(a.Expanded, b.Form, StringComparison.Ordinal)
            || string.Equals(a.Form, b.Form, StringComparison.Ordinal));
    }
}
