using System.Globalization;
using System.Text;
using System.Text.Json;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>
/// A run with first messages in a process of its own that does what the tool does, but with <c>synchronous=normal</c>, which the tool cannot be told.
/// The runtime starts it through <see cref="StartupHook"/> in the tool's place.
/// </summary>
internal static class LooseRun
{
    private const string Settings = "BEEPER_RESOLVER_LOOSE_RUN";

    /// <summary>The environment that makes a tool's process such a run.</summary>
    public static (string Name, string Value)[] Variables(CrashWorld world) =>
    [
        ("DOTNET_STARTUP_HOOKS", typeof(LooseRun).Assembly.Location),
        (Settings, string.Join('\n', world.Server.BaseUrl, world.Server.Token, world.StorePath, world.Csv)),
    ];

    /// <summary>Runs where the environment asks for it.</summary>
    /// <returns>Whether it does.</returns>
    public static bool Run()
    {
        if (Environment.GetEnvironmentVariable(Settings)?.Split('\n') is not [var url, var token, var store, var csv])
            return false;
        RunAsync(new Uri(url), token, store, csv).GetAwaiter().GetResult();
        return true;
    }

    private static async Task RunAsync(Uri url, string token, string storePath, string csv)
    {
        using var store = ResolutionStore.Open(storePath, new StoreOptions { FlushesEveryChange = false });
        using var held = RunLock.Acquire(storePath);
        var import = new AddressBookImport(store, new NormalizationOptions { DefaultRegion = "US" });
        import.Import(csv);
        import.Merge();
        using var client = new DesktopClient(new DesktopClientOptions { BaseUrl = url, Token = token });
        var accounts = await client.GetAccountsAsync(CancellationToken.None);
        await using var output = new FileStream("/dev/stdout", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await foreach (var result in new ResolveRun(store, client, new ResolveOptions { Careful = false }).RunAsync(accounts, StopSignal.From(CancellationToken.None)))
        {
            foreach (var resolution in result.Resolutions)
                await output.WriteAsync(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"schema":1,"chatID":{{JsonSerializer.Serialize(resolution.ChatId)}}}""") + "\n"));
        }
        var messages = new FirstMessages(store, client, careful: false);
        var plan = messages.Plan(MessageTemplate.Parse("Hello {firstName}"), accounts);
        await foreach (var _ in messages.SendAsync(plan, plan.Messages.Count, StopSignal.From(CancellationToken.None)))
        {
            // Each is settled before the next is sent; nothing is shown.
        }
    }
}
