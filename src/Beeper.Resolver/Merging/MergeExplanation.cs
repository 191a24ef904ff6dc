using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Explains a contact from its records: for every record but the first, the best evidence that ties it to those before it. It is worked out
/// when it is asked for, so that it costs a merge nothing and needs no log that could differ from the contact.
/// </summary>
public static class MergeExplanation
{
    /// <summary>One piece of evidence per record but one, the best first; empty for a contact of one record.</summary>
    public static IReadOnlyList<MergeEvidence> Of(Contact contact)
    {
        var records = contact.Records;
        var names = records.Select(static record => NameFolder.Fold(record.Name)).ToList();
        var joined = new HashSet<int> { 0 };
        var explained = new List<MergeEvidence>(records.Count - 1);
        while (joined.Count < records.Count)
        {
            var best = Enumerable.Range(0, records.Count).Where(index => !joined.Contains(index))
                .SelectMany(index => joined.Select(with => (Index: index, Evidence: Judge(records[index], records[with], NameComparer.Compare(names[index], names[with])))))
                .OrderBy(static one => one.Evidence.Reason == MergeReason.Decided).ThenBy(static one => one.Evidence.Reason).ThenByDescending(static one => one.Evidence.Shared.Count).ThenBy(static one => one.Index).First();
            joined.Add(best.Index);
            explained.Add(best.Evidence);
        }
        return explained;
    }

    private static MergeEvidence Judge(NormalizedRecord record, NormalizedRecord with, NameAgreement names)
    {
        var keys = with.Identifiers.Select(static given => MergeKey.Of(given.Identifier)).ToHashSet();
        List<Identifier> shared = [.. record.Identifiers.Select(static given => given.Identifier).Where(identifier => keys.Contains(MergeKey.Of(identifier)))];
        var sameOrganization = names == NameAgreement.Strong && record.Organization is not null && string.Equals(record.Organization, with.Organization, StringComparison.OrdinalIgnoreCase);
        var reason = (names, shared.Count) switch
        {
            (NameAgreement.Strong, > 0) => MergeReason.OwnIdentifier,
            (NameAgreement.Compatible, > 0) => MergeReason.OwnIdentifierSimilarName,
            (NameAgreement.Weak, > 0) => MergeReason.OwnIdentifierOneWord,
            (NameAgreement.Unknown, > 0) => MergeReason.OwnIdentifierNoName,
            (_, 0) when sameOrganization => MergeReason.Organization,
            // Nothing else ties these two, so that only the user's word can; it is the last resort of an explanation.
            _ => MergeReason.Decided,
        };
        return new MergeEvidence(record.Location, with.Location, reason, names, shared);
    }
}
