using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Connections;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>reconcile</c>: settle unknown outcomes with look-ups only.</summary>
internal static class ReconcileCommand
{
    public static Command Create(Tool tool)
    {
        var command = new Command("reconcile", "Settle starts of unknown outcome with look-ups only; nothing is started.");
        tool.Common.AddServerTo(command);
        command.Add(tool.Common.Json);
        var all = new Option<bool>("--all") { Description = "Accept a store that is older than what was already sent, such as a restored backup, after looking everything up." };
        command.Add(all);
        HelpText.Apply(command, "beeper-resolver reconcile", ExitCode.Summary);
        command.SetAction((parsed, _) => RunAsync(tool, new ResolvedSettings(parsed, tool), parsed.GetValue(tool.Common.Json), parsed.GetValue(all)));
        return command;
    }

    private static async Task<int> RunAsync(Tool tool, ResolvedSettings settings, bool json, bool all)
    {
        var stop = tool.Interruption.Signal.Claiming;
        using var store = Runs.ExistingStore.Open(settings.StorePath, new StoreOptions { AcceptRollback = all });
        using var held = RunLock.Acquire(store.Path);
        store.Operations.RecoverOrphans(held);
        await using var desktop = await DesktopConnection.OpenAsync(settings, readOnly: true, startTimeout: null, stop);
        var accounts = await desktop.Client.GetAccountsAsync(stop);
        var (resolved, reopened, open) = await new ReconcileRun(store, desktop.Client, settings.Networks).RunAsync(accounts, stop);
        if (json)
            tool.Terminal.Line(JsonSerializer.Serialize(new { schema = 1, resolved, reopened, open }, ResolverJson.Options));
        else
            tool.Terminal.Line($"{resolved} found to be done, {reopened} found not to be done and free to be started again, {open} still open.");
        if (!json)
            tool.Terminal.Line(open > 0 ? "next:  beeper-resolver show CONTACT              see what is still open" : "next:  beeper-resolver resolve                  go on");
        return open > 0 ? ExitCode.SomeFailed : ExitCode.Finished;
    }
}
