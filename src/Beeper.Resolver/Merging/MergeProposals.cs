using System.Runtime.InteropServices;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Finds the pairs of records that share an identifier and whose names allow them to be one person. An identifier that people with
/// conflicting names share joins only records whose names agree; one on more records than the policy allows joins nobody, which keeps
/// a switchboard linear.
/// </summary>
internal sealed class MergeProposals(IReadOnlyList<NormalizedRecord> records, FoldedName[] names, MergePolicy policy)
{
    public List<MergeEdge> Find()
    {
        var edges = new Dictionary<(int Left, int Right), MergeEdge>();
        foreach (var group in RecordsByKey())
        {
            if (group.Count < 2 || group.Count > policy.MostRecordsPerIdentifier)
                continue;
            AddPairs(group, edges);
        }
        return [.. edges.Values];
    }

    private IEnumerable<List<int>> RecordsByKey()
    {
        var byKey = new Dictionary<MergeKey, List<int>>();
        for (var index = 0; index < records.Count; index++)
        {
            foreach (var given in records[index].Identifiers)
            {
                if (!IsPersonal(given))
                    continue;
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, MergeKey.Of(given.Identifier), out _);
                group ??= [];
                if (group.Count == 0 || group[^1] != index)
                    group.Add(index);
            }
        }
        return byKey.Values;
    }

    private void AddPairs(List<int> group, Dictionary<(int, int), MergeEdge> edges)
    {
        var pairs = new List<(int Left, int Right, NameAgreement Agreement)>();
        var shared = false;
        for (var i = 0; i < group.Count; i++)
        {
            for (var j = i + 1; j < group.Count; j++)
            {
                var agreement = NameComparer.Compare(names[group[i]], names[group[j]]);
                shared |= agreement == NameAgreement.Conflict;
                pairs.Add((group[i], group[j], agreement));
            }
        }
        foreach (var (left, right, agreement) in pairs)
        {
            var rank = Rank(agreement, shared);
            if (rank < 0)
                continue;
            ref var edge = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, (left, right), out var known);
            edge = known
                ? edge with { Rank = Math.Min(edge.Rank, rank), SharedKeys = edge.SharedKeys + 1 }
                : new MergeEdge(left, right, rank, 1);
        }
    }

    private static int Rank(NameAgreement agreement, bool shared) => (agreement, shared) switch
    {
        (NameAgreement.Strong, _) => 0,
        (NameAgreement.Compatible, _) => 1,
        (NameAgreement.Weak, false) => 2,
        (NameAgreement.Unknown, false) => 3,
        _ => -1,
    };

    private static bool IsPersonal(RecordIdentifier given) => given.Identifier.Kind switch
    {
        IdentifierKind.Email => EmailRole.Of(given.Identifier.Value) == EmailRoleKind.None,
        IdentifierKind.Phone => given.Type is not (PhoneType.TollFree or PhoneType.PremiumRate or PhoneType.SharedCost or PhoneType.Uan),
        _ => true,
    };
}
