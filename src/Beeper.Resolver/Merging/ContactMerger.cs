namespace Beeper.Resolver.Merging;

/// <summary>
/// Merges the records that are one person. Exact shared identifiers propose, names decide, the user's word overrides both; the same records
/// in any order give the same contacts with the same keys. Records that share nothing stay contacts of their own, those without identifiers too.
/// </summary>
public sealed class ContactMerger(MergePolicy? policy = null)
{
    private readonly MergePolicy _policy = policy ?? MergePolicy.Default;

    /// <summary>The contacts, ordered by their first record.</summary>
    /// <param name="records">The records of all address books.</param>
    /// <param name="known">The contacts of the last merge, whose keys are handed on; empty for a new store.</param>
    public IReadOnlyList<Contact> Merge(IReadOnlyList<NormalizedRecord> records, IEnumerable<KnownContact> known) => Merge(records, known, [], suggests: false).Contacts;

    /// <summary>The contacts, and which of them may be one person without being merged.</summary>
    /// <param name="records">The records of all address books.</param>
    /// <param name="known">The contacts of the last merge, whose keys are handed on; empty for a new store.</param>
    /// <param name="decisions">What the user decided, in any order.</param>
    public MergeResult Merge(IReadOnlyList<NormalizedRecord> records, IEnumerable<KnownContact> known, IReadOnlyList<MergeDecision> decisions) => Merge(records, known, decisions, suggests: true);

    private MergeResult Merge(IReadOnlyList<NormalizedRecord> records, IEnumerable<KnownContact> known, IReadOnlyList<MergeDecision> decisions, bool suggests)
    {
        var table = new RecordTable(records);
        var names = new RecordNames(table);
        var effects = DecisionEffects.Of(decisions, records, table.Digests);
        var veto = new MergeVeto(table, names, effects);
        var clusters = new RecordClusters(records.Count, veto, _policy);
        var refused = Join(clusters, new MergeProposals(table, names, _policy).Find(), effects, table);
        // Names alone say something across books only.
        var namesakes = (suggests || _policy.MergesByOrganization) && HasSeveralBooks(records) ? new Namesakes(table, names) : null;
        if (_policy.MergesByOrganization && namesakes is not null)
            clusters.Join(namesakes.ByOrganization(clusters), table.Digests);
        var groups = new ContactGroups(table, clusters);
        var contacts = Unite(groups, new ContactKeys(known, new ContactDigests(table, groups)).Assign(contact => FullestName.Of(groups.RecordsOf(contact))));
        if (!suggests)
            return new MergeResult(contacts, []);
        var suggestions = new SuggestionFinder(table, names, namesakes, veto, _policy).Find(groups, contacts, refused);
        return new MergeResult(contacts, suggestions);
    }

    private static bool HasSeveralBooks(IReadOnlyList<NormalizedRecord> records)
    {
        for (var index = 1; index < records.Count; index++)
        {
            if (!string.Equals(records[index].Location.Source, records[0].Location.Source, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static List<MergeEdge> Join(RecordClusters clusters, List<MergeEdge> edges, DecisionEffects effects, RecordTable table)
    {
        edges.AddRange(effects.Joins);
        return clusters.Join(edges, table.Digests);
    }

    private static Contact[] Unite(ContactGroups groups, ContactKeyList keys)
    {
        var contacts = new Contact[groups.Count];
        Parallel.For(0, (contacts.Length + RecordPart.Size - 1) / RecordPart.Size, part =>
        {
            for (var contact = part * RecordPart.Size; contact < Math.Min(contacts.Length, (part + 1) * RecordPart.Size); contact++)
            {
                var records = groups.RecordsOf(contact);
                contacts[contact] = Contact.Of(keys[contact], FullestName.Of(records), records);
            }
        });
        return contacts;
    }
}
