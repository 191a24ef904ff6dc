using Beeper.Resolver.Merging.Learning;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>How rare a name is in these address books: how many contacts would bear it if its words came together by chance.</summary>
internal sealed class NameRarity
{
    private static readonly (double Expected, AgreementLevel Level)[] Steps =
        [(0.0005, AgreementLevel.Exact), (0.003, AgreementLevel.Near), (0.015, AgreementLevel.Far), (double.PositiveInfinity, AgreementLevel.Differs)];

    private static readonly (int Contacts, AgreementLevel Level)[] Sizes =
        [(1_800, AgreementLevel.Exact), (3_700, AgreementLevel.Near), (7_500, AgreementLevel.Far), (int.MaxValue, AgreementLevel.Differs)];

    private const double Half = 0.5;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly int _contacts;
    private readonly int _drawn;

    /// <summary>Counts words.</summary>
    /// <param name="drawn">Contacts drawn at random, or all of them.</param>
    /// <param name="contacts">How many contacts there are.</param>
    public NameRarity(IReadOnlyList<Contact> drawn, int contacts)
    {
        (_drawn, _contacts) = (drawn.Count, contacts);
        var names = new FoldedName[drawn.Count];
        Parallel.For(0, names.Length, index => names[index] = NameFolder.Fold(drawn[index].Name));
        foreach (var word in names.SelectMany(static name => name.Tokens))
            _words[word.Form] = _words.GetValueOrDefault(word.Form) + 1;
    }

    /// <summary>The level of how many contacts there are; the fewer, the higher.</summary>
    public AgreementLevel Size => Array.Find(Sizes, size => _contacts <= size.Contacts).Level;

    /// <summary>The level of the commoner of the two contacts' names; missing when neither has a full one.</summary>
    public AgreementLevel Of(SuggestionSide one, SuggestionSide other)
    {
        var expected = one.Names.Concat(other.Names).Where(static name => name.Tokens.Count > 1).Select(Expected).DefaultIfEmpty(double.NaN).Max();
        return double.IsNaN(expected) ? AgreementLevel.Missing : Array.Find(Steps, step => expected <= step.Expected).Level;
    }

    // The other of the two contacts usually has the word as well and is no witness; a word that only they have is taken for half as common.
    private double Expected(FoldedName name)
    {
        double expected = _contacts;
        foreach (var word in name.Tokens)
            expected *= Math.Max(Half, _words.GetValueOrDefault(word.Form) - 1) / Math.Max(1, _drawn);
        return expected;
    }
}
