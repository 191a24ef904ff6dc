namespace Beeper.Resolver.Normalization;

/// <summary>A word of a name in its comparison forms.</summary>
public readonly record struct NameToken
{
    private readonly NameWord _word;

    internal NameToken(NameWord word) => _word = word;

    /// <summary>Romanised and folded (<c>jurgen</c> for Jürgen); as written, folded, for scripts that are not romanised.</summary>
    public string Form => _word.Form;

    /// <summary>
    /// The form with umlauts written out (<c>juergen</c>), or the reading of a word in Han, Kana or Hangul; the same object where there is none.
    /// </summary>
    public string Expanded => _word.Expanded;

    /// <summary>Whether it is a single letter.</summary>
    public bool IsInitial => Form is [>= 'a' and <= 'z'] || IsOneLetter;

    /// <summary>Whether the data files know the word as a given name or a short form of one.</summary>
    internal bool IsGivenName => SpelledName != 0 || ShortName != 0;

    /// <summary>The form in the one spelling that its transliterations share (<c>sergei</c> for Sergey); see <see cref="NameSpelling"/>.</summary>
    internal string Spelling => _word.Spelling;

    /// <summary>Number of the name whose spellings the data file lists (Kim, Gim); 0 for none.</summary>
    internal ushort SpelledName => _word.SpelledName;

    /// <summary>Number of the word among names and their short forms; 0 for none.</summary>
    internal ushort ShortName => _word.ShortName;

    internal NameScript Script => _word.Script;

    /// <summary>Whether it is one letter of a script in which a letter is no word, even where its romanisation has more (Я, Ч).</summary>
    internal bool IsOneLetter => _word.IsOneLetter;

    internal NameWordKinds Kinds => _word.Kinds;

    internal bool IsNumber => _word.IsNumber;

    /// <summary>Whether it joins names and is none (<c>van der</c>, <c>de la</c>), so that it may be missing.</summary>
    internal bool IsParticle { get; init; }

    /// <summary>Whether the words are the same in any spelling.</summary>
    public bool Equals(NameToken other, bool anySpelling) => anySpelling ? IsSame(this, other) : string.Equals(Form, other.Form, StringComparison.Ordinal);

    internal static bool IsSame(in NameToken a, in NameToken b) => NameWord.IsSame(a._word, b._word);
}
