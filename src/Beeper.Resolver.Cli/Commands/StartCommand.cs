using System.CommandLine;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>start</c>: start one direct chat by hand.</summary>
internal static class StartCommand
{
    public static Command Create(Tool tool)
    {
        var common = tool.Common;
        var id = new Option<string?>("--id") { Description = "A known user ID.", HelpName = "V" };
        var phone = new Option<string?>("--phone") { Description = "A phone number.", HelpName = "V" };
        var email = new Option<string?>("--email") { Description = "An e-mail address.", HelpName = "V" };
        var username = new Option<string?>("--username") { Description = "A handle.", HelpName = "V" };
        var name = new Option<string?>("--name") { Description = "The full name: a hint that resolves nobody by itself.", HelpName = "N" };
        var invite = new Option<bool>("--allow-invite") { Description = "Let the network invite the person where it needs that. They see it." };
        var text = new Option<string?>("--message-text") { Description = "A first message, sent only into a chat that holds none of yours. The person receives it.", HelpName = "T" };
        var command = new Command("start", "Start one direct chat.") { id, phone, email, username, name, invite, text };
        common.AddServerTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[common.Account, common.Region, common.Timeout, common.Yes, common.Json])
            command.Add(option);
        HelpText.Apply(command, """
            beeper-resolver start --account whatsapp --phone +12125550142 --name "Harriet Quill"
            beeper-resolver start --account telegram --username hattiequill
            """, ExitCode.Summary);
        command.SetAction(async (parsed, _) =>
        {
            var settings = new ResolvedSettings(parsed, tool);
            var given = new[] { (IdentifierKind.UserId, parsed.GetValue(id)), (IdentifierKind.Phone, parsed.GetValue(phone)), (IdentifierKind.Email, parsed.GetValue(email)), (IdentifierKind.Username, parsed.GetValue(username)) }
                .Where(static one => one.Item2 is not null).ToList();
            if (given.Count != 1)
                throw new UsageException("Name the person by exactly one of --id, --phone, --email and --username.");
            var identifier = Normalized(given[0].Item1, given[0].Item2!, settings.Normalization.DefaultRegion);
            return await DirectRequest.RunAsync(tool, settings, parsed, parsed.GetValue(text), intoKnownChat: true, (account, starter, cancellationToken) => starter.StartAsync(
                account, identifier,
                new StartRequest(account.Id, UserPayload.For(identifier, parsed.GetValue(name))) { AllowInvite = parsed.GetValue(invite), MessageText = parsed.GetValue(text) }, cancellationToken));
        });
        return command;
    }

    private static Identifier Normalized(IdentifierKind kind, string text, string? region)
    {
        var (value, problem) = kind switch
        {
            IdentifierKind.Phone => AddressBookPhone.Normalize(text, region) is var parsed ? (parsed.E164, parsed.Problem) : default,
            IdentifierKind.Email => EmailNormalizer.Normalize(text) is var parsed ? (parsed.Address, parsed.Problem) : default,
            IdentifierKind.Username => (text.Trim().TrimStart('@'), null),
            _ => (text.Trim(), null),
        };
        return string.IsNullOrEmpty(value)
            ? throw new UsageException($"The {IdentifierKindNames.Of(kind)} cannot be used ({problem ?? "empty"}). Write a phone number with its country code, like +12125550142, or add --region.")
            : new Identifier(kind, value);
    }
}
