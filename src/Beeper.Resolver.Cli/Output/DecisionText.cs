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
        // A million contacts have millions of lines; most have one veto.
        string? only = null;
        var vetoes = 0;
        foreach (var one in resolution.Evidence)
        {
            if (one.Weight != 0)
                continue;
            only = one.Text;
            vetoes++;
        }
        if (vetoes == 1)
            return only!;
        var reasons = vetoes > 0 ? resolution.Evidence.Where(static one => one.Weight == 0) : resolution.Evidence.OrderByDescending(static one => Math.Abs(one.Weight)).Take(3);
        return string.Join("; ", reasons.Select(static one => one.Text));
    }
}
