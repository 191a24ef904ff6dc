using Beeper.Resolver.Merging.Learning;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>How rare a name is in these address books: how many contacts would bear it if its words came together by chance.</summary>
internal sealed class NameRarity
{
    private static readonly (double Expected, AgreementLevel Level)[] Steps =
        [(0.004, AgreementLevel.Exact), (0.015, AgreementLevel.Near), (0.05, AgreementLevel.Far), (double.PositiveInfinity, AgreementLevel.Differs)];

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly int _contacts;

    public NameRarity(IReadOnlyList<Contact> contacts)
    {
        _contacts = contacts.Count;
        var names = new FoldedName[contacts.Count];
        Parallel.For(0, names.Length, index => names[index] = NameFolder.Fold(contacts[index].Name));
        foreach (var word in names.SelectMany(static name => name.Tokens))
            _words[word.Form] = _words.GetValueOrDefault(word.Form) + 1;
    }

    /// <summary>The level of the commoner of the two contacts' names; missing when neither has a full one.</summary>
    public AgreementLevel Of(SuggestionSide one, SuggestionSide other)
    {
        var expected = one.Names.Concat(other.Names).Where(static name => name.Tokens.Count > 1).Select(Expected).DefaultIfEmpty(double.NaN).Max();
        return double.IsNaN(expected) ? AgreementLevel.Missing : Array.Find(Steps, step => expected <= step.Expected).Level;
    }

    private double Expected(FoldedName name)
    {
        double expected = _contacts;
        foreach (var word in name.Tokens)
            expected *= (double)Math.Max(1, _words.GetValueOrDefault(word.Form)) / Math.Max(1, _contacts);
        return expected;
    }
}
