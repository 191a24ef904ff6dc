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
        var names = new NameTable(records);
        var digests = Digests(records);
        var effects = DecisionEffects.Of(decisions, records, digests);
        var veto = new MergeVeto(records, names, effects);
        var edges = new MergeProposals(records, names, _policy).Find();
        edges.AddRange(effects.Joins);
        var clusters = new RecordClusters(records.Count, veto, _policy);
        var refused = clusters.Join(edges, digests);
        var namesakes = suggests || _policy.MergesByOrganization ? new Namesakes(records, names) : null;
        if (_policy.MergesByOrganization)
            clusters.Join(namesakes!.ByOrganization(clusters), digests);
        var groups = new ContactGroups(records, clusters);
        var contacts = new ContactKeys(known).Assign(groups.Unite());
        if (!suggests)
            return new MergeResult(contacts, []);
        var suggestions = new SuggestionFinder(records, names, namesakes!, veto, _policy).Find(groups, contacts, refused);
        return new MergeResult(contacts, suggestions);
    }

    private static ulong[] Digests(IReadOnlyList<NormalizedRecord> records)
    {
        var digests = new ulong[records.Count];
        Parallel.For(0, records.Count, record => digests[record] = RecordDigest.Of(records[record]));
        return digests;
    }
}
