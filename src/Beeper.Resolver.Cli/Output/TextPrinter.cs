using System.Globalization;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Ranking;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>Writes a run for a person: with a plan every decision in a line, at the end a table of accounts, the totals and what to do next.</summary>
internal sealed class TextPrinter(Terminal terminal, bool eachDecision, bool explain) : ResultPrinter
{
    private const int NameWidth = 26;

    /// <summary>The totals in one line.</summary>
    public static string Totals(RunSummary summary) => string.Create(
        CultureInfo.InvariantCulture, $"{Counted(summary.Contacts, "contact")}: {string.Join(" · ", summary.Outcomes.Select(static pair => $"{pair.Value} {pair.Key.Replace('_', ' ')}"))}");

    public override void Add(ContactResult result)
    {
        if (!eachDecision)
            return;
        foreach (var resolution in result.Resolutions)
        {
            var name = VisibleText.Cut(result.Contact.Name.Length == 0 ? "(no name)" : result.Contact.Name, NameWidth);
            terminal.Line(string.Create(CultureInfo.InvariantCulture,
                $"{result.Contact.Key}  {name.PadRight(NameWidth)}  {resolution.Account?.Network ?? "-",-10} {DecisionText.Of(resolution),-12} {VisibleText.Cut(resolution.Identifier?.Value, 40),-24} {DecisionText.Reason(resolution)}"));
            if (explain)
                Explain(resolution);
        }
    }

    private void Explain(Resolution resolution)
    {
        terminal.Line($"    {Explanation.Of(resolution)}");
        foreach (var change in Explanation.Changes(resolution))
            terminal.Line($"    {change}");
    }

    public override void Finish(SummaryDocument document, RunSummary summary, IReadOnlyList<(string Command, string Purpose)> next)
    {
        if (eachDecision)
            terminal.Line();
        terminal.Show(AccountTable(summary));
        terminal.Line(Totals(summary));
        if (summary.FromStore > 0)
            terminal.Line(summary.FromStore == summary.Contacts ? "Everything was answered from the store." : $"{summary.FromStore} were answered from the store.");
        terminal.Line(document.Requests.Starts == 0 ? "0 requests that start anything were sent." : $"{Counted(document.Requests.Starts, "start")} sent, {Counted(document.Requests.Lookups, "look-up")} before.");
        foreach (var (command, purpose) in next)
            terminal.Line($"next:  beeper-resolver {command,-24} {purpose}");
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static Table AccountTable(RunSummary summary)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("account").NoWrap());
        table.AddColumn(new TableColumn("network").NoWrap());
        foreach (var column in (ReadOnlySpan<string>)["existing", "created", "planned", "not found", "held", "skipped", "failed", "unknown"])
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var account in summary.Accounts)
        {
            table.AddRow([new Text(VisibleText.Of(account.Id)), new Text(account.Network), .. Numbers(account)]);
        }
        return table;
    }

    private static IEnumerable<Text> Numbers(AccountSummary account) =>
        new[] { account.Existing, account.Created, account.Planned, account.NotFound, account.Held, account.Skipped, account.Failed, account.Unknown }
            .Select(static count => new Text(count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture)));
}
