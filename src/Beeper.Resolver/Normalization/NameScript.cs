namespace Beeper.Resolver.Normalization;

/// <summary>Scripts whose names can be compared with each other.</summary>
public enum NameScript
{
    /// <summary>No letters.</summary>
    None,

    /// <summary>Latin, Cyrillic, Greek, Armenian and Georgian: compared by their romanisation.</summary>
    Alphabetic,

    /// <summary>Han and Kana: compared as written.</summary>
    EastAsian,

    /// <summary>Hangul: compared as written.</summary>
    Hangul,

    /// <summary>Arabic and Hebrew: compared as written, without vowel signs.</summary>
    Semitic,

    /// <summary>Any other script, or several at once.</summary>
    Other,
}
