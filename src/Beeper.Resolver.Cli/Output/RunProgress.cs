using System.Globalization;
using Beeper.Resolver.Pipeline;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>Shows how far a run is, and what its accounts have left: a bar with counts and remaining time on a terminal, a line per tenth elsewhere.</summary>
/// <param name="terminal">Where to show it.</param>
/// <param name="budgets">The budgets; null for a run that starts nothing.</param>
/// <param name="hidden">Whether to show nothing.</param>
internal sealed class RunProgress(Terminal terminal, BudgetLine? budgets, bool hidden)
{
    private const int Tenths = 10;
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);

    /// <summary>Hands every result to <paramref name="add"/> and counts it, while showing progress.</summary>
    public async Task FollowAsync(ResolveRun run, IAsyncEnumerable<ContactResult> results, int contacts, RunSummary summary, Action<ContactResult> add)
    {
        if (hidden || !terminal.CanAnimate)
        {
            await FollowInLinesAsync(run, results, summary, add);
            return;
        }
        await terminal.ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async display =>
            {
                var task = display.AddTask("reading", maxValue: contacts);
                var (left, read) = (budgets?.Read(), TimeProvider.System.GetTimestamp());
                await foreach (var result in results)
                {
                    summary.Add(result);
                    add(result);
                    task.Value = summary.Contacts;
                    if (TimeProvider.System.GetElapsedTime(read) > Refresh)
                        (left, read) = (budgets?.Read(), TimeProvider.System.GetTimestamp());
                    task.Description = Markup.Escape($"{summary.Contacts}/{contacts}  {Counts(summary)}  {left}");
                }
            });
    }

    private async Task FollowInLinesAsync(ResolveRun run, IAsyncEnumerable<ContactResult> results, RunSummary summary, Action<ContactResult> add)
    {
        var (done, shown) = (0, 0);
        await foreach (var result in results)
        {
            summary.Add(result);
            add(result);
            if (result.FromStore || run.Due < Tenths)
                continue;
            done++;
            var tenth = done * Tenths / run.Due;
            if (tenth == shown || hidden)
                continue;
            shown = tenth;
            terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{tenth * 10,3} %  {done}/{run.Due}  {Counts(summary)}  {budgets?.Read()}").TrimEnd());
        }
    }

    private static string Counts(RunSummary summary)
    {
        var (existing, created, notFound, held) = (0, 0, 0, 0);
        foreach (var account in summary.Accounts)
        {
            existing += account.Existing;
            created += account.Created;
            notFound += account.NotFound;
            held += account.Held;
        }
        return string.Create(CultureInfo.InvariantCulture, $"existing {existing}  new {created}  none {notFound}  held {held}");
    }
}
