using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>The next useful commands after a run, most useful first, each with what it does.</summary>
internal static class NextStep
{
    public static IReadOnlyList<(string Command, string Purpose)> Of(RunRequest request, RunSummary summary, int exitCode, int unknownMessages)
    {
        var steps = new List<(string, string)>();
        var accounts = summary.Accounts;
        if (unknownMessages > 0 || accounts.Any(static account => account.Unknown > 0))
            steps.Add(("reconcile", "settle the unknown outcomes with look-ups only"));
        if (accounts.Any(static account => account.Failed > 0))
            steps.Add(("resolve --retry-failed", "try again what failed"));
        if (request.Options.PlanOnly && accounts.Any(static account => account.Planned > 0))
            steps.Add(("resolve", "start what is planned"));
        else if (exitCode == ExitCode.WorkLeft)
            steps.Add((request.Message is null ? "resolve" : "resolve --message-text T", "go on with what was left"));
        if (accounts.Any(static account => account.Held > 0))
            steps.Add(("show CONTACT", "see why a contact is held"));
        if (!request.Options.PlanOnly)
            steps.Add(("export chats.csv", "contacts with their chat IDs"));
        if (steps.Count == 0)
            steps.Add(("show CONTACT", "see why a contact was decided so"));
        return steps;
    }
}
