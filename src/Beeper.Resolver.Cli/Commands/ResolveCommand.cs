using System.CommandLine;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>resolve</c>: import the files, then find and start the chats of all contacts in the store.</summary>
internal static class ResolveCommand
{
    public static Command Create(Tool tool)
    {
        var common = tool.Common;
        var options = new RunOptions(common);
        var command = new Command("resolve", "Import address books, then find and start the direct chats of all contacts in the store.");
        options.AddTo(command);
        var dryRun = new Option<bool>("--dry-run") { Description = "Decide everything and start nothing; the same as plan." };
        var pace = new Option<string>("--pace") { Description = "careful: the networks' budgets and pauses; off: as fast as the server answers (the default with --sandbox; otherwise it asks).", HelpName = "careful|off" };
        pace.AcceptOnlyFromAmong("careful", "off");
        var text = new Option<string?>("--message-text") { Description = "A first message to every resolved contact, only into chats without a message of yours: {firstName} and {fullName} stand for the contact's. Previewed, and asked unless --yes.", HelpName = "T" };
        var maxMessages = RunOptions.Count("--max-messages", "Send at most N first messages.");
        command.Add(text);
        command.Add(maxMessages);
        command.Add(dryRun);
        command.Add(pace);
        command.Add(common.Timeout);
        command.Add(common.Yes);
        HelpText.Apply(command, """
            beeper-resolver resolve google.csv outlook.csv --sandbox     try it on invented people
            beeper-resolver resolve contacts.csv                         import and resolve
            beeper-resolver resolve                                      go on with what is in the store
            beeper-resolver resolve --account whatsapp --limit 50        fifty contacts, one account
            beeper-resolver resolve contacts.csv --jsonl > chats.jsonl   one line per contact and account
            """, ExitCode.Summary);
        command.SetAction(async (parsed, _) =>
        {
            var settings = new ResolvedSettings(parsed, tool);
            var planOnly = parsed.GetValue(dryRun);
            var request = options.Read(parsed, planOnly ? "plan" : "resolve", planOnly) with
            {
                StartTimeout = Timeout(parsed, common),
                Message = Template(parsed.GetValue(text)),
                MaxMessages = parsed.GetValue(maxMessages),
                Yes = parsed.GetValue(common.Yes),
            };
            var careful = (parsed.GetValue(pace) ?? (settings.Sandbox ? "off" : "careful")) == "careful";
            if (!careful && !settings.Sandbox && !planOnly && !parsed.GetValue(common.Yes)
                && !tool.Terminal.Confirm("Without pauses the networks may take you for a spammer and close your accounts. Go on?"))
                throw new UsageException("Nothing was started. Leave --pace off out to keep the networks' budgets, or add --yes.");
            return await new ContactRun(tool, settings, request with { Options = request.Options with { Careful = careful } }).RunAsync();
        });
        return command;
    }

    private static MessageTemplate? Template(string? text)
    {
        try
        {
            return text is null ? null : MessageTemplate.Parse(text);
        }
        catch (FormatException error)
        {
            throw new UsageException(error.Message, error);
        }
    }

    private static TimeSpan? Timeout(ParseResult parsed, CommonOptions common) => parsed.GetValue(common.Timeout) switch
    {
        null => null,
        > 0 and <= 3600 and var seconds => TimeSpan.FromSeconds(seconds),
        _ => throw new UsageException("--timeout takes seconds, more than 0 and at most 3600."),
    };
}
