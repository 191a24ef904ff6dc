using System.CommandLine;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Desktop;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>create</c>: create a single or group chat with known user IDs.</summary>
internal static class CreateCommand
{
    public static Command Create(Tool tool)
    {
        var common = tool.Common;
        var type = new Option<string>("--type") { Description = "single or group.", HelpName = "single|group", Required = true };
        type.AcceptOnlyFromAmong("single", "group");
        var participants = new Option<string[]>("--participant") { Description = "A user ID; may be repeated.", HelpName = "ID", Required = true, AllowMultipleArgumentsPerToken = true };
        var title = new Option<string?>("--title") { Description = "The title of a group.", HelpName = "T" };
        var text = new Option<string?>("--message-text") { Description = "A first message. Everybody in the chat receives it.", HelpName = "T" };
        var command = new Command("create", "Create a chat with people whose user IDs are known. They may see it.") { type, participants, title, text };
        common.AddServerTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[common.Account, common.Timeout, common.Yes, common.Json])
            command.Add(option);
        HelpText.Apply(command, """
            beeper-resolver create --account matrix --type single --participant @harriet:example.org
            beeper-resolver create --account slack --type group --participant U0ABCDEF --participant U0GHIJKL --title "Lunch"
            """, ExitCode.Summary);
        command.SetAction(async (parsed, _) =>
        {
            var ids = parsed.GetValue(participants) ?? [];
            if (parsed.GetValue(type) == "single" && ids.Length != 1)
                throw new UsageException($"A single chat takes exactly one --participant, not {ids.Length}.");
            return await DirectRequest.RunAsync(tool, new ResolvedSettings(parsed, tool), parsed, parsed.GetValue(text), intoKnownChat: false, (account, starter, cancellationToken) => starter.CreateAsync(
                account, new CreateRequest(account.Id, parsed.GetValue(type)!, ids) { Title = parsed.GetValue(title), MessageText = parsed.GetValue(text) }, cancellationToken));
        });
        return command;
    }
}
