using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Finds the records a decision is about. A record with a known digest is the record; one that has changed is recognised by an identifier
/// that only one side had, or by one that both had together with that side's name.
/// </summary>
internal sealed class SubjectFinder
{
    private readonly ILookup<string, int> _byDigest;
    private readonly ILookup<ulong, int> _byKey;
    private readonly IReadOnlyList<NormalizedRecord> _records;

    public SubjectFinder(IReadOnlyList<MergeDecision> decisions, IReadOnlyList<NormalizedRecord> records, ulong[] digests)
    {
        _records = records;
        var subjects = decisions.SelectMany(static decision => new[] { decision.First, decision.Second }).ToList();
        var wanted = subjects.SelectMany(static subject => subject.Digests).ToHashSet(StringComparer.Ordinal);
        var keys = subjects.SelectMany(static subject => subject.Identifiers).Select(MergeKey.Hash).ToHashSet();
        _byDigest = Enumerable.Range(0, records.Count).Select(record => (Digest: RecordDigest.Text(digests[record]), Record: record)).Where(one => wanted.Contains(one.Digest))
            .ToLookup(static one => one.Digest, static one => one.Record, StringComparer.Ordinal);
        _byKey = Enumerable.Range(0, records.Count).SelectMany(record => records[record].Identifiers.Select(given => (Key: MergeKey.Hash(given.Identifier), Record: record))).Where(one => keys.Contains(one.Key))
            .ToLookup(static one => one.Key, static one => one.Record);
    }

    /// <summary>The records of each side; a record that could be either is on neither.</summary>
    public (HashSet<int> First, HashSet<int> Second) Find(MergeDecision decision)
    {
        var (first, second) = (ByDigest(decision.First), ByDigest(decision.Second));
        var known = first.Union(second).ToHashSet();
        var (more, others) = (ByIdentifier(decision.First, decision.Second), ByIdentifier(decision.Second, decision.First));
        first.UnionWith(more.Where(one => !known.Contains(one.Key) && one.Value > others.GetValueOrDefault(one.Key)).Select(static one => one.Key));
        second.UnionWith(others.Where(one => !known.Contains(one.Key) && one.Value > more.GetValueOrDefault(one.Key)).Select(static one => one.Key));
        return (first, second);
    }

    private HashSet<int> ByDigest(MergeSubject subject) => [.. subject.Digests.SelectMany(digest => _byDigest[digest])];

    // How surely records are the subject's: 2 by an identifier of its own, 1 by one the other has too and the name.
    private Dictionary<int, int> ByIdentifier(MergeSubject subject, MergeSubject other)
    {
        var found = new Dictionary<int, int>();
        var names = subject.Names.Select(NameFolder.Fold).ToList();
        var shared = other.Identifiers.Select(MergeKey.Hash).ToHashSet();
        foreach (var key in subject.Identifiers.Select(MergeKey.Hash).Distinct())
        {
            foreach (var record in _byKey[key])
            {
                var agreements = names.ConvertAll(name => NameComparer.Compare(name, NameFolder.Fold(_records[record].Name)));
                var isNamed = agreements.Contains(NameAgreement.Strong);
                var sure = !shared.Contains(key) && (isNamed || !agreements.Contains(NameAgreement.Conflict)) ? 2 : isNamed ? 1 : 0;
                if (sure > found.GetValueOrDefault(record))
                    found[record] = sure;
            }
        }
        return found;
    }
}
