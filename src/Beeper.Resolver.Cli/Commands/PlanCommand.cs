using System.CommandLine;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>plan</c>: the same as <c>resolve</c> up to the first request that is not a GET, with every decision shown.</summary>
internal static class PlanCommand
{
    public static Command Create(Tool tool)
    {
        var options = new RunOptions(tool.Common);
        var command = new Command("plan", "Import address books and decide for every contact, without starting anything.");
        options.AddTo(command);
        var offline = new Option<bool>("--offline") { Description = "Decide from what is known, without any request." };
        var explain = new Option<bool>("--explain") { Description = "Show every contribution to each decision and what is different from the last run." };
        var pace = new Option<string>("--pace") { Description = "careful: keep the networks' budgets of look-ups, and leave the rest undecided; off: ask as fast as the server answers (the default with --sandbox).", HelpName = "careful|off" };
        pace.AcceptOnlyFromAmong("careful", "off");
        command.Add(offline);
        command.Add(explain);
        command.Add(pace);
        HelpText.Apply(command, """
            beeper-resolver plan contacts.csv --sandbox      every decision, on invented people
            beeper-resolver plan contacts.csv                look, and start nothing
            beeper-resolver plan contacts.csv --explain      with every contribution to each decision
            beeper-resolver plan --offline --jsonl           from what is in the store, as JSON lines
            """, ExitCode.Summary);
        command.SetAction(async (parsed, _) =>
        {
            var settings = new ResolvedSettings(parsed, tool);
            var request = options.Read(parsed, "plan", planOnly: true) with { Offline = parsed.GetValue(offline), Explain = parsed.GetValue(explain) };
            var careful = (parsed.GetValue(pace) ?? (settings.Sandbox ? "off" : "careful")) == "careful";
            return await new ContactRun(tool, settings, request with { Options = request.Options with { Careful = careful } }).RunAsync();
        });
        return command;
    }
}
