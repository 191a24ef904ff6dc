namespace Beeper.Resolver.Cli.Output;

/// <summary>A decision and its reason in words.</summary>
internal static class DecisionText
{
    /// <summary>The decision or, where there is one, the outcome, in a word or two.</summary>
    public static string Of(Resolution resolution) => resolution.Outcome switch
    {
        null => "start",
        Outcome.Resolved => resolution.Status == ChatStatus.Created ? "created" : "existing",
        Outcome.NotFound => "not found",
        Outcome.Held => "hold",
        Outcome.Skipped => "skip",
        Outcome.Failed => "failed",
        _ => "unknown",
    };

    /// <summary>The holds and skips that decided, else the evidence that weighs most.</summary>
    public static string Reason(Resolution resolution)
    {
        if (resolution.Error is { } error)
            return VisibleText.Of(error.Message);
        var vetoes = resolution.Evidence.Where(static one => one.Weight == 0).ToList();
        var reasons = vetoes.Count > 0 ? vetoes : [.. resolution.Evidence.OrderByDescending(static one => Math.Abs(one.Weight)).Take(3)];
        return string.Join("; ", reasons.Select(static one => one.Text));
    }
}
