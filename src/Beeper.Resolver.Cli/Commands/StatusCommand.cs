using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Reporting;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>status</c>: counts per account and outcome, budgets left, the last runs.</summary>
internal static class StatusCommand
{
    private const int RunsShown = 5;

    public static Command Create(Tool tool)
    {
        var command = new Command("status", "Show what the store knows: contacts per account and outcome, budgets left, the last runs.");
        tool.Common.AddStoreTo(command);
        command.Add(tool.Common.Sandbox);
        command.Add(tool.Common.Json);
        HelpText.Apply(command, "beeper-resolver status");
        command.SetAction(parsed => Run(tool, new ResolvedSettings(parsed, tool), parsed.GetValue(tool.Common.Json)));
        return command;
    }

    private static int Run(Tool tool, ResolvedSettings settings, bool json)
    {
        using var store = ExistingStore.OpenReadOnly(settings.StorePath);
        var counts = store.Resolutions.Counts();
        var (accounts, readAt) = store.Accounts.Load();
        var budgets = accounts.Select(account => AccountBudget.Of(store, account, settings.Networks)).ToList();
        var runs = store.Runs.Last(RunsShown);
        if (json)
        {
            tool.Terminal.Line(JsonSerializer.Serialize(new
            {
                schema = 1, store = store.Path, contacts = store.Contacts.Count(), mergeSuggestions = store.Suggestions.Count(), sources = store.Sources.All().Select(static source => new { source.Name, source.RowsRead, source.Imported, source.Rejected, source.ImportedAt }),
                outcomes = counts.Select(static count => new { account = count.AccountId.Length == 0 ? null : count.AccountId, count.Outcome, count.Status, count.Count }),
                budgets, unsettled = store.Operations.Unsettled().Count, accountsReadAt = readAt, runs = runs.Select(static run => new { run.Command, run.StartedAt, run.EndedAt, run.ExitCode }),
            }, ResolverJson.Options));
            return ExitCode.Finished;
        }
        tool.Terminal.Line($"{VisibleText.Of(store.Path)}: {store.Contacts.Count()} contacts from {store.Sources.All().Count} address books");
        if (store.Suggestions.Count() is > 0 and var suggested)
            tool.Terminal.Line(suggested == 1 ? "1 pair of contacts may be one person: beeper-resolver merge" : $"{suggested} pairs of contacts may be one person: beeper-resolver merge");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("account", "outcome", "contacts");
        foreach (var group in counts.GroupBy(static count => (count.AccountId, Word: Word(count.Outcome, count.Status))))
            table.AddRow(new Text(group.Key.AccountId.Length == 0 ? "none" : VisibleText.Of(group.Key.AccountId)), new Text(group.Key.Word), new Text(group.Sum(static count => count.Count).ToString(CultureInfo.InvariantCulture)));
        tool.Terminal.Show(table);
        if (store.Operations.Unsettled().Count is > 0 and var unsettled)
            tool.Terminal.Line($"{unsettled} starts and first messages are of unknown outcome or wait for you: beeper-resolver reconcile");
        if (budgets.Count > 0)
            tool.Terminal.Show(BudgetTable.Of(budgets));
        foreach (var run in runs)
            tool.Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{run.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm}  {run.Command,-10} {(run.ExitCode is { } code ? $"exit {code}" : "ended without notice")}"));
        tool.Terminal.Line(counts.Count == 0 ? "next:  beeper-resolver plan                     see every decision, start nothing" : "next:  beeper-resolver export chats.csv         contacts with their chat IDs");
        return ExitCode.Finished;
    }

    private static string Word(Outcome outcome, ChatStatus? status) => DecisionText.Of(new Resolution { ContactKey = "", Decision = Decision.Start, Outcome = outcome, Status = status });
}
