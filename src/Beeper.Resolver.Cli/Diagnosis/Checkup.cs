using System.Text;
using Beeper.Resolver.Cli.Connections;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Diagnosis;

/// <summary>Looks at everything the tool needs, one thing after the other; what cannot be looked at is left out.</summary>
internal sealed class Checkup(ResolvedSettings settings)
{
    private const long LargeLog = 256 << 20;

    private readonly List<Finding> _findings = [];

    public async Task<List<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        CheckText();
        CheckStore();
        await CheckDesktopAsync(cancellationToken);
        return _findings;
    }

    // Without the system's Unicode tables, names of other scripts are compared wrongly and silently.
    private void CheckText()
    {
        if ("é".Normalize(NormalizationForm.FormD).Length == 2)
            Add(FindingLevel.Ok, "text", "Unicode tables are there");
        else
            Fail("text", "Unicode tables are missing (libicu), so names would be compared wrongly. Install libicu, or unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.", ExitCode.Error);
    }

    private void CheckStore()
    {
        if (!File.Exists(settings.StorePath))
        {
            Add(FindingLevel.Ok, "store", $"none yet at {settings.StorePath}; the first import makes it");
            return;
        }
        try
        {
            using var store = ResolutionStore.OpenReadOnly(settings.StorePath);
            var problems = store.Check();
            if (problems.Count > 0)
                Fail("store", $"{store.Path} is damaged. Restore a backup, or name another with --store.", ExitCode.StoreUnusable);
            else
                Add(FindingLevel.Ok, "store", $"{store.Path}: sound, {store.Contacts.Count()} contacts");
            if (new FileInfo(store.Path + "-wal") is { Exists: true, Length: > 0 } log)
                Add(log.Length > LargeLog ? FindingLevel.Warn : FindingLevel.Ok, "store", $"its log holds {log.Length >> 10} KiB: a run is at work, or ended without notice, or another program reads the store");
            if (store.Operations.Unsettled().Count(static operation => operation.State == OperationState.Unknown) is > 0 and var unknown)
                Add(FindingLevel.Warn, "store", $"{unknown} starts are of unknown outcome. Run: beeper-resolver reconcile");
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(store.Path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
                Add(FindingLevel.Warn, "store", $"others may read {store.Path}. Run: chmod 600 {store.Path}");
        }
        catch (StoreException error)
        {
            Fail("store", error.Message, Failure.Of(error).ExitCode);
        }
    }

    private async Task CheckDesktopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var desktop = await DesktopConnection.OpenAsync(settings, readOnly: true, startTimeout: null, cancellationToken);
            if (!settings.Sandbox && settings.FindToken() is null)
                Add(FindingLevel.Warn, "token", "none is configured. Make one in Beeper under Settings > Integrations and pass it with --token-file or BEEPER_ACCESS_TOKEN.");
            var (app, dialect) = await desktop.Client.GetAppAsync(cancellationToken);
            Add(FindingLevel.Ok, "beeper", $"answers at {app.BaseUrl}, version {app.Version ?? "unknown"}, dialect {dialect.ToString().ToLowerInvariant()}");
            var accounts = await desktop.Client.GetAccountsAsync(cancellationToken);
            Add(FindingLevel.Ok, "token", "accepted for reading; starting chats needs the write scope too");
            if (accounts.Count == 0)
                Fail("accounts", "none is connected. Connect one in Beeper.", ExitCode.NotReachable);
            foreach (var account in accounts)
                Add(account.IsConnected ? FindingLevel.Ok : FindingLevel.Warn, "account", account.IsConnected ? $"{account.Id} ({account.Network}) is connected" : $"{account.Id} ({account.Network}) is {account.Status}. Reconnect it in Beeper.");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var failure = Failure.Of(error);
            Fail(failure.ExitCode == ExitCode.NotAuthorized ? "token" : "beeper", failure.Message, failure.ExitCode);
        }
    }

    private void Add(FindingLevel level, string subject, string text) => _findings.Add(new Finding(level, subject, text));

    private void Fail(string subject, string text, int exitCode) => _findings.Add(new Finding(FindingLevel.Fail, subject, text, exitCode));
}
