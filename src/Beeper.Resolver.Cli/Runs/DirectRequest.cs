using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Connections;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>One <c>start</c> or <c>create</c>: choose the account, ask where a message goes out, send once, show the answer.</summary>
internal static class DirectRequest
{
    /// <param name="tool">The tool.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="messageText">A first message; null for none.</param>
    /// <param name="intoKnownChat">Whether the message also goes into a chat that is there already and holds none of the user's.</param>
    /// <param name="send">Sends the request.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        Tool tool, ResolvedSettings settings, ParseResult parsed, string? messageText, bool intoKnownChat, Func<Account, SingleStart, CancellationToken, Task<SingleStartResult>> send)
    {
        if (parsed.GetValue(tool.Common.Account) is not [var selector])
            throw new UsageException("Name one account with --account. See: beeper-resolver accounts");
        if (messageText is not null && !parsed.GetValue(tool.Common.Yes) && !tool.Terminal.Confirm("A message goes out to a real person and cannot be taken back. Send it?"))
            throw new UsageException("Nothing was sent. Add --yes to send the message without being asked.");
        var stop = tool.Interruption.Signal;
        using var store = ResolutionStore.Open(settings.StorePath);
        using var held = RunLock.Acquire(store.Path);
        store.Operations.RecoverOrphans(held);
        var timeout = parsed.GetValue(tool.Common.Timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        await using var desktop = await DesktopConnection.OpenAsync(settings, readOnly: false, timeout, stop.Claiming);
        var account = AccountSelection.One(await desktop.Client.GetAccountsAsync(stop.Claiming), selector);
        if (!account.IsConnected)
            throw new NotReadyException($"The account {account.Id} is not connected now. Reconnect it in Beeper and run the same command again.");
        var started = await send(account, new SingleStart(store, desktop.Client, settings.Networks), stop.Aborting);
        FirstMessageOutcome? message = null;
        if (messageText is not null && started.Result.Kind == StartResultKind.Started)
        {
            message = started.CarriedText ? FirstMessageOutcome.Sent
                : !intoKnownChat ? FirstMessageOutcome.AlreadyEntered
                : (await new FirstMessages(store, desktop.Client, careful: false, settings.Networks).SendOneAsync(account, started.Result.ChatId!, started.PersonKey, messageText, stop)).Outcome;
        }
        Show(tool.Terminal, account, started, message, parsed.GetValue(tool.Common.Json));
        return message switch
        {
            FirstMessageOutcome.Refused or FirstMessageOutcome.Unknown => ExitCode.SomeFailed,
            FirstMessageOutcome.Left => ExitCode.WorkLeft,
            _ => Code(started.Result),
        };
    }

    private static void Show(Terminal terminal, Account account, SingleStartResult started, FirstMessageOutcome? message, bool json)
    {
        var result = started.Result;
        if (json)
        {
            terminal.Line(JsonSerializer.Serialize(
                new { schema = 1, account = account.Id, outcome = Word(result.Kind), chatID = result.ChatId, status = result.Status, via = started.FromStore ? "cache" : "start", message = Word(message), error = result.Error },
                ResolverJson.Options));
            return;
        }
        if (result.Kind != StartResultKind.Started)
        {
            terminal.Fail(result.Error?.Message ?? "The chat was not started.");
            return;
        }
        terminal.Line(VisibleText.Of(result.ChatId));
        terminal.Note(started.FromStore ? "The chat is known from an earlier start; it was not started again." : result.Status switch { ChatStatus.Created => "The chat is new.", ChatStatus.Existing => "The chat was there already.", _ => "The app does not say whether the chat is new." });
        if (message is { } outcome)
            terminal.Note(Sentence(outcome));
    }

    private static string Sentence(FirstMessageOutcome outcome) => outcome switch
    {
        FirstMessageOutcome.Sent => "The message was sent.",
        FirstMessageOutcome.NotNeeded => "The message was not sent: the chat holds one of yours already, so this would not be the first.",
        FirstMessageOutcome.AlreadyEntered => "The message was not sent: the tool sends one first message per chat, and this one is known from before. Write in Beeper.",
        FirstMessageOutcome.Refused => "The message was refused; nothing was sent. Try the same command again.",
        FirstMessageOutcome.Unknown => "Whether the message was sent is not known, and it is never repeated by itself. Settle it with: beeper-resolver reconcile",
        _ => "The message was not sent: the chat's history cannot be read now, or the account asks for patience. Run the same command again later.",
    };

    private static string? Word(FirstMessageOutcome? outcome) => outcome switch
    {
        null => null,
        FirstMessageOutcome.Sent => "sent",
        FirstMessageOutcome.NotNeeded or FirstMessageOutcome.AlreadyEntered => "not_needed",
        FirstMessageOutcome.Refused => "refused",
        FirstMessageOutcome.Unknown => "unknown",
        _ => "left",
    };

    private static string Word(StartResultKind kind) => kind switch
    {
        StartResultKind.Started => "resolved",
        StartResultKind.NotFound => "not_found",
        StartResultKind.Unknown => "unknown",
        _ => "failed",
    };

    private static int Code(StartResult result) => result.Kind switch
    {
        StartResultKind.Started or StartResultKind.NotFound => ExitCode.Finished,
        StartResultKind.Unauthorized or StartResultKind.Forbidden => ExitCode.NotAuthorized,
        StartResultKind.NotSent or StartResultKind.Conflict or StartResultKind.AccountMissing => ExitCode.NotReachable,
        StartResultKind.Throttled => ExitCode.WorkLeft,
        _ => ExitCode.SomeFailed,
    };
}
