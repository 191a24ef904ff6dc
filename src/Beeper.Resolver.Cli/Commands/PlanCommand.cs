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
        command.Add(offline);
        HelpText.Apply(command, """
            beeper-resolver plan contacts.csv --sandbox      every decision, on invented people
            beeper-resolver plan contacts.csv                look, and start nothing
            beeper-resolver plan --offline --jsonl           from what is in the store, as JSON lines
            """, ExitCode.Summary);
        command.SetAction(async (parsed, _) =>
            await new ContactRun(tool, new ResolvedSettings(parsed, tool), options.Read(parsed, "plan", planOnly: true) with { Offline = parsed.GetValue(offline) }).RunAsync());
        return command;
    }
}
