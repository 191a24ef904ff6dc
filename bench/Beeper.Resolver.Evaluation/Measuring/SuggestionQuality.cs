using System.Globalization;
using Beeper.Resolver.Evaluation.Generating;
using Beeper.Resolver.Evaluation.Reporting;
using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>How good the merge suggestions are, and what accepting them would give.</summary>
internal sealed class SuggestionQuality
{
    private readonly Dictionary<string, Contact> _contacts;
    private readonly Dictionary<string, int> _people;
    private readonly IReadOnlyList<MergeSuggestion> _suggestions;

    public SuggestionQuality(World world, IReadOnlyList<Contact> contacts, IReadOnlyList<MergeSuggestion> suggestions)
    {
        _contacts = contacts.ToDictionary(static contact => contact.Key, StringComparer.Ordinal);
        _people = contacts.ToDictionary(
            static contact => contact.Key,
            contact => contact.Records.GroupBy(record => world.PersonOf(record.Location)).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key).First().Key,
            StringComparer.Ordinal);
        _suggestions = suggestions;
    }

    /// <summary>Whether both contacts are mostly the same person.</summary>
    public bool IsRight(MergeSuggestion suggestion) => _people[suggestion.First] == _people[suggestion.Second];

    /// <summary>The groups of rows after the suggestions of a kind were accepted, each on its own as a user would click them.</summary>
    public List<IReadOnlyList<SourceLocation>> Accepted(Func<MergeSuggestion, bool> isAccepted)
    {
        var root = _contacts.Keys.ToDictionary(static key => key, StringComparer.Ordinal);
        string Root(string key)
        {
            while (root[key] != key)
                key = root[key] = root[root[key]];
            return key;
        }
        foreach (var suggestion in _suggestions.Where(isAccepted))
            root[Root(suggestion.First)] = Root(suggestion.Second);
        return [.. _contacts.Values.GroupBy(contact => Root(contact.Key), StringComparer.Ordinal)
            .Select(static group => (IReadOnlyList<SourceLocation>)[.. group.SelectMany(static contact => contact.Records).Select(static record => record.Location)])];
    }

    /// <summary>Whether their probabilities are rates.</summary>
    public Calibration Calibration() => new(_suggestions.Select(one => new JudgedChat(IsStart: false, IsRight(one), (one.Probability ?? 0) * 100)));

    /// <summary>The Brier score of somebody who knows the mean rate only.</summary>
    public double BaseBrier => _suggestions.Average(one => IsRight(one) ? 1.0 : 0) is var rate ? rate * (1 - rate) : 0;

    /// <summary>How many of the likeliest tenth, fifth … are right.</summary>
    public IEnumerable<string[]> ByShare() => new[] { 0.1, 0.2, 0.4, 0.6, 0.8, 1 }.Select(share => (Share: share, Count: (int)(share * _suggestions.Count))).Where(static one => one.Count > 0)
        .Select(one => new[] { MarkdownText.Percent(one.Share), MarkdownText.Percent((double)_suggestions.Take(one.Count).Count(IsRight) / one.Count) });

    public IEnumerable<string[]> ByReason() => _suggestions.GroupBy(static suggestion => suggestion.Reason).OrderBy(static group => group.Key)
        .Select(group => new[] { group.Key.ToString(), group.Count().ToString(CultureInfo.InvariantCulture), MarkdownText.Percent((double)group.Count(IsRight) / group.Count()) });
}
