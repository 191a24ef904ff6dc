namespace Beeper.Resolver.Normalization;

/// <summary>Scripts whose names can be compared with each other.</summary>
public enum NameScript
{
    /// <summary>No letters.</summary>
    None,

    /// <summary>Latin, Cyrillic and Greek: compared by their romanisation.</summary>
    Alphabetic,

    /// <summary>Han and Kana: compared as written.</summary>
    EastAsian,

    /// <summary>Hangul: compared as written.</summary>
    Hangul,

    /// <summary>Arabic and Hebrew: compared as written.</summary>
    Semitic,

    /// <summary>Any other script, or several at once.</summary>
    Other,
}
