using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Finds the pairs of records that share a key and judges them by their names. A key that people with conflicting names share joins only
/// records whose full names agree; one on more records than the policy allows is no evidence, which keeps a switchboard linear.
/// </summary>
internal sealed class MergeProposals(IReadOnlyList<NormalizedRecord> records, NameTable names, MergePolicy policy)
{
    private static readonly HashSet<string> HouseholdLabels = new(StringComparer.OrdinalIgnoreCase) { "home", "work", "main", "company main", "office" };

    private readonly List<MergeEdge>[] _found = [.. Enumerable.Range(0, KeyTable.BucketCount).Select(static _ => new List<MergeEdge>())];

    /// <summary>The proposals, one per pair and in no particular order; those that are only suggested among them.</summary>
    public List<MergeEdge> Find()
    {
        var table = KeyTable.Build(records.Count, AddIdentifierKeys);
        table.Groups(policy.MostRecordsPerIdentifier, JudgeIdentifier);
        return Combined();
    }

    private void AddIdentifierKeys(int record, List<ulong> keys)
    {
        var identifiers = records[record].Identifiers;
        for (var index = 0; index < identifiers.Count; index++)
        {
            if (identifiers[index].Type is not (PhoneType.TollFree or PhoneType.PremiumRate or PhoneType.SharedCost or PhoneType.Uan))
                keys.Add(MergeKey.Hash(identifiers[index].Identifier));
        }
    }

    private void JudgeIdentifier(int bucket, ulong key, ReadOnlySpan<int> group)
    {
        if (Given(group[0], key) is not { } given || IsRoleMailbox(given.Identifier))
            return;
        Span<NameAgreement> agreements = stackalloc NameAgreement[group.Length * group.Length];
        var shared = false;
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                var agreement = NameComparer.Compare(names[group[i]], names[group[j]]);
                shared |= agreement == NameAgreement.Conflict;
                agreements[(i * group.Length) + j] = agreement;
            }
        }
        var personal = IsPersonal(group, key);
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (Reason(group[i], group[j], agreements[(i * group.Length) + j], shared, personal) is { } reason)
                    _found[bucket].Add(new MergeEdge(group[i], group[j], reason, 1));
            }
        }
    }

    private MergeReason? Reason(int left, int right, NameAgreement agreement, bool shared, bool personal) => (agreement, shared) switch
    {
        (NameAgreement.Conflict, _) => null,
        (NameAgreement.Strong, false) => MergeReason.OwnIdentifier,
        (NameAgreement.Strong, true) => MergeReason.SharedIdentifier,
        (NameAgreement.Compatible, false) when personal || !(HasInitial(names[left]) || HasInitial(names[right])) => MergeReason.OwnIdentifierSimilarName,
        (NameAgreement.Weak, false) when personal => MergeReason.OwnIdentifierOneWord,
        (NameAgreement.Unknown, false) when personal && (IsNameless(left) || IsNameless(right)) => MergeReason.OwnIdentifierNoName,
        (NameAgreement.Unknown, true) => null,
        _ => MergeReason.SharedIdentifierWeakName,
    };

    // A household or an office has a fixed line, so a given name, an initial or no name on it tells nobody; where the numbering plan does not
    // tell lines apart, the label does.
    private bool IsPersonal(ReadOnlySpan<int> group, ulong key)
    {
        foreach (var record in group)
        {
            var given = Given(record, key);
            if (given?.Identifier.Kind != IdentifierKind.Phone)
                return true;
            if (given.Type is not (PhoneType.Mobile or PhoneType.FixedLineOrMobile or PhoneType.PersonalNumber) || HouseholdLabels.Contains(given.Label ?? ""))
                return false;
        }
        return true;
    }

    private bool IsNameless(int record) => names[record].Tokens.Count == 0 || !names[record].IsPerson;

    private static bool HasInitial(FoldedName name)
    {
        for (var index = 0; index < name.Tokens.Count; index++)
        {
            if (name.Tokens[index].IsInitial)
                return true;
        }
        return false;
    }

    private RecordIdentifier? Given(int record, ulong key)
    {
        foreach (var given in records[record].Identifiers)
        {
            if (MergeKey.Hash(given.Identifier) == key)
                return given;
        }
        return null;
    }

    private static bool IsRoleMailbox(Identifier identifier) => identifier.Kind == IdentifierKind.Email && EmailRole.Of(identifier.Value) != EmailRoleKind.None;

    private List<MergeEdge> Combined()
    {
        var edges = new List<MergeEdge>(_found.Sum(static found => found.Count));
        foreach (var found in _found)
            edges.AddRange(found);
        edges.Sort(static (a, b) => a.Pair.CompareTo(b.Pair));
        var kept = 0;
        for (var index = 0; index < edges.Count; index++)
        {
            if (kept > 0 && edges[kept - 1].Pair == edges[index].Pair)
                edges[kept - 1] = Both(edges[kept - 1], edges[index]);
            else
                edges[kept++] = edges[index];
        }
        edges.RemoveRange(kept, edges.Count - kept);
        return edges;
    }

    private static MergeEdge Both(MergeEdge a, MergeEdge b) =>
        a with { Reason = a.Reason < b.Reason ? a.Reason : b.Reason, Keys = (byte)Math.Min(15, a.Keys + b.Keys) };
}
