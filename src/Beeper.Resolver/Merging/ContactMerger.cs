using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Merges the records that are one person. Exact shared identifiers propose, names decide; the same records in any order give the same
/// contacts with the same keys. Records that share nothing stay contacts of their own, those without identifiers too.
/// </summary>
public sealed class ContactMerger(MergePolicy? policy = null)
{
    private readonly MergePolicy _policy = policy ?? MergePolicy.Default;

    /// <summary>The contacts, ordered by their first record.</summary>
    /// <param name="records">The records of all address books.</param>
    /// <param name="known">The contacts of the last merge, whose keys are handed on; empty for a new store.</param>
    public IReadOnlyList<Contact> Merge(IReadOnlyList<NormalizedRecord> records, IEnumerable<KnownContact> known)
    {
        var ordered = records.ToArray();
        Array.Sort(ordered, RecordOrder.Compare);
        var names = Array.ConvertAll(ordered, static record => NameFolder.Fold(record.Name));
        var clusters = new RecordClusters(names, _policy);
        clusters.Join(new MergeProposals(ordered, names, _policy).Find());
        var contacts = clusters.Groups.Select(group => Unite([.. group.Select(index => ordered[index])])).ToList();
        return [.. new ContactKeys(known).Assign(contacts).OrderBy(static contact => contact.Records[0].Location.Source, StringComparer.Ordinal)
            .ThenBy(static contact => contact.Records[0].Location.Record)];
    }

    private static Contact Unite(NormalizedRecord[] records) => Contact.Of("", FullestName(records), records);

    private static string FullestName(NormalizedRecord[] records) =>
        records.Select(static record => record.Name)
            .OrderByDescending(static name => Math.Min(3, name.Count(static c => c == ' ') + (name.Length > 0 ? 1 : 0)))
            .ThenByDescending(static name => name.Length)
            .ThenBy(static name => name, StringComparer.Ordinal)
            .First();
}
