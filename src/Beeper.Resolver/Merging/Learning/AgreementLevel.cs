namespace Beeper.Resolver.Merging.Learning;

/// <summary>How far two values of a field agree; the higher, the more it speaks for one person.</summary>
public enum AgreementLevel
{
    /// <summary>One of the values is missing: no evidence at all.</summary>
    Missing,

    /// <summary>The values have nothing in common.</summary>
    Differs,

    /// <summary>The values have something in common: a word, the beginning, most letters.</summary>
    Far,

    /// <summary>The values differ in a slip.</summary>
    Near,

    /// <summary>The values are the same.</summary>
    Exact,
}
