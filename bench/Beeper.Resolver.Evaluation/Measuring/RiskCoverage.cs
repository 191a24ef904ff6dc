namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>
/// What would be right and wrong if only contacts down to a score were given a chat: the best first. Ties of score are one step.
/// </summary>
internal static class RiskCoverage
{
    /// <summary>Points of coverage (of the reachable contacts) and the wrong share among the chats up to there.</summary>
    public static IReadOnlyList<(double Coverage, double Wrong)> Curve(IReadOnlyList<JudgedContact> contacts)
    {
        var reachable = contacts.Count(static contact => contact.IsReachable);
        var points = new List<(double, double)>();
        var (right, wrong) = (0, 0);
        var chats = contacts.Where(static contact => contact.Chats.Count > 0).Select(static contact => contact.Chats.MaxBy(static chat => chat.Score));
        foreach (var step in chats.GroupBy(static chat => chat.Score).OrderByDescending(static step => step.Key))
        {
            right += step.Count(static chat => chat.IsRight);
            wrong += step.Count(static chat => !chat.IsRight);
            points.Add(((double)right / Math.Max(1, reachable), (double)wrong / (right + wrong)));
        }
        return points;
    }

    /// <summary>The wrong share where the coverage is first reached; NaN where it never is.</summary>
    public static double At(IReadOnlyList<(double Coverage, double Wrong)> curve, double coverage)
    {
        foreach (var point in curve)
        {
            if (point.Coverage >= coverage)
                return point.Wrong;
        }
        return double.NaN;
    }
}
