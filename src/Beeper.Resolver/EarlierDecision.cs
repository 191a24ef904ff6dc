namespace Beeper.Resolver;

/// <summary>What an earlier run had decided about the same contact on the same account, where that was something else.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Score">The score then, or null.</param>
/// <param name="EvidenceIds">The IDs of the evidence then.</param>
public sealed record EarlierDecision(Decision Decision, Outcome? Outcome, double? Score, IReadOnlyList<string> EvidenceIds)
{
    /// <summary>The earlier decision behind a new one; null where nothing is different.</summary>
    public static EarlierDecision? Of(Resolution before, Resolution now)
    {
        var ids = before.Evidence.Select(static one => one.Id).ToList();
        return before.Decision == now.Decision && before.Outcome == now.Outcome && ids.Order(StringComparer.Ordinal).SequenceEqual(now.Evidence.Select(static one => one.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? null
            : new EarlierDecision(before.Decision, before.Outcome, before.Score, ids);
    }
}
