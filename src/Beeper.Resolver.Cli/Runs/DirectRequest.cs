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
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        Tool tool, ResolvedSettings settings, ParseResult parsed, string? messageText, Func<Account, SingleStart, CancellationToken, Task<(StartResult Result, bool FromStore)>> send)
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
        var (result, fromStore) = await send(account, new SingleStart(store, desktop.Client, settings.Networks), stop.Aborting);
        Show(tool.Terminal, account, result, fromStore, parsed.GetValue(tool.Common.Json));
        return Code(result);
    }

    private static void Show(Terminal terminal, Account account, StartResult result, bool fromStore, bool json)
    {
        if (json)
        {
            terminal.Line(JsonSerializer.Serialize(new { schema = 1, account = account.Id, outcome = Word(result.Kind), chatID = result.ChatId, status = result.Status, via = fromStore ? "cache" : "start", error = result.Error }, ResolverJson.Options));
            return;
        }
        if (result.Kind != StartResultKind.Started)
        {
            terminal.Fail(result.Error?.Message ?? "The chat was not started.");
            return;
        }
        terminal.Line(VisibleText.Of(result.ChatId));
        terminal.Note(fromStore ? "Known from an earlier start; nothing was sent." : result.Status switch { ChatStatus.Created => "The chat is new.", ChatStatus.Existing => "The chat was there already.", _ => "The app does not say whether the chat is new." });
    }

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
