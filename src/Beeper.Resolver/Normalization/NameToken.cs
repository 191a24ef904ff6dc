namespace Beeper.Resolver.Normalization;

/// <summary>A word of a name in its comparison forms.</summary>
/// <param name="Form">Romanised and folded (<c>jurgen</c> for Jürgen); as written, folded, for scripts that are not romanised.</param>
/// <param name="Expanded">The form with umlauts written out (<c>juergen</c>); the same object where there is none.</param>
public readonly record struct NameToken(string Form, string Expanded)
{
    /// <summary>Whether it is a single letter.</summary>
    public bool IsInitial => Form.Length == 1;

    /// <summary>Whether the words are the same in any spelling.</summary>
    public bool Equals(NameToken other, bool anySpelling) =>
        string.Equals(Form, other.Form, StringComparison.Ordinal)
        || (anySpelling && (string.Equals(Form, other.Expanded, StringComparison.Ordinal) || string.Equals(Expanded, other.Form, StringComparison.Ordinal) || string.Equals(Expanded, other.Expanded, StringComparison.Ordinal)));
}
