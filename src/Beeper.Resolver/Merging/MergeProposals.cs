using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Finds the pairs of records that share a key and judges them by their names. A key that people with conflicting names share joins only
/// records whose full names agree; one on more records than the policy allows is no evidence, which keeps a switchboard linear.
/// </summary>
internal sealed class MergeProposals(RecordTable table, RecordNames names, MergePolicy policy)
{
    private static readonly HashSet<string> HouseholdLabels = new(StringComparer.OrdinalIgnoreCase) { "home", "work", "main", "company main", "office" };

    private readonly EdgeList _found = new();

    /// <summary>The proposals, one per pair in the order of the pairs; those that are only suggested among them.</summary>
    public List<MergeEdge> Find()
    {
        KeyTable.Build(table.Count, AddIdentifierKeys).Groups(policy.MostRecordsPerIdentifier, JudgeIdentifier);
        return _found.Combined(table.Count);
    }

    private void AddIdentifierKeys(int record, List<ulong> keys)
    {
        var hashes = table.Keys(record);
        var areEvidence = table.AreEvidence(record);
        for (var index = 0; index < hashes.Length; index++)
        {
            if (areEvidence[index])
                keys.Add(hashes[index]);
        }
    }

    private void JudgeIdentifier(int bucket, ulong key, ReadOnlySpan<int> group)
    {
        if (IsRoleMailbox(table.Given(group[0], key).Identifier))
            return;
        Span<NameAgreement> agreements = stackalloc NameAgreement[group.Length * group.Length];
        var shared = false;
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                var agreement = names.Compare(group[i], group[j]);
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
                    _found.Add(bucket, new MergeEdge(group[i], group[j], reason, 1));
            }
        }
    }

    private MergeReason? Reason(int left, int right, NameAgreement agreement, bool shared, bool personal) => (agreement, shared) switch
    {
        (NameAgreement.Conflict, _) => null,
        (NameAgreement.Strong, false) => MergeReason.OwnIdentifier,
        (NameAgreement.Strong, true) => MergeReason.SharedIdentifier,
        (NameAgreement.Compatible, false) when personal || !(HasInitial(left) || HasInitial(right)) => MergeReason.OwnIdentifierSimilarName,
        (NameAgreement.Weak, false) when personal => MergeReason.OwnIdentifierOneWord,
        (NameAgreement.Unknown, false) when personal && (IsNameless(left) || IsNameless(right)) => MergeReason.OwnIdentifierNoName,
        (NameAgreement.Unknown, false) when personal => MergeReason.OwnIdentifierOtherScript,
        (NameAgreement.Unknown, true) => null,
        _ => MergeReason.SharedIdentifierWeakName,
    };

    // A household or an office has a fixed line, so a given name, an initial or no name on it tells nobody; where the numbering plan does not
    // tell lines apart, the label does.
    private bool IsPersonal(ReadOnlySpan<int> group, ulong key)
    {
        foreach (var record in group)
        {
            var given = table.Given(record, key);
            if (given.Identifier.Kind != IdentifierKind.Phone)
                return true;
            if (given.Type is not (PhoneType.Mobile or PhoneType.FixedLineOrMobile or PhoneType.PersonalNumber) || HouseholdLabels.Contains(given.Label ?? ""))
                return false;
        }
        return true;
    }

    private bool IsNameless(int record) => table.Facts[record].IsNameless;

    private bool HasInitial(int record) => table.Facts[record].HasInitial;

    private static bool IsRoleMailbox(Identifier identifier) => identifier.Kind == IdentifierKind.Email && EmailRole.Of(identifier.Value) != EmailRoleKind.None;
}
