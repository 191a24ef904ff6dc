using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Cli.Connections;

/// <summary>A client and, with <c>--sandbox</c>, the embedded server it talks to.</summary>
internal sealed class DesktopConnection : IAsyncDisposable
{
    private readonly SandboxServer? _server;

    private DesktopConnection(DesktopClient client, SandboxServer? server)
    {
        Client = client;
        _server = server;
    }

    /// <summary>The client; nothing is sent before it is first used.</summary>
    public DesktopClient Client { get; }

    /// <summary>Connects as the settings say.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="readOnly">Whether every request that is not a GET is refused.</param>
    /// <param name="startTimeout">How long a start may take; null for the default.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DesktopConnection> OpenAsync(ResolvedSettings settings, bool readOnly, TimeSpan? startTimeout, CancellationToken cancellationToken)
    {
        var options = new DesktopClientOptions { ReadOnly = readOnly };
        if (startTimeout is { } timeout)
            options = options with { StartTimeout = timeout };
        if (settings.Sandbox)
        {
            var server = await SandboxServer.StartAsync(
                new SandboxOptions { Population = SandboxPopulation(settings), FaultsFile = settings.FaultsFile, StateFile = SandboxState(settings.StorePath) }, cancellationToken);
            return new DesktopConnection(new DesktopClient(options with { BaseUrl = server.BaseUrl, Token = server.Token }, networks: settings.Networks), server);
        }
        try
        {
            return new DesktopConnection(new DesktopClient(options with { BaseUrl = settings.BaseUrl, Token = settings.FindToken() }, networks: settings.Networks), null);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message, error);
        }
    }

    /// <summary>The people of the embedded server: those of the file named, else the shipped ones.</summary>
    public static Population SandboxPopulation(ResolvedSettings settings)
    {
        if (settings.PopulationFile is { } file)
            return Population.Read(file);
        const string Shipped = "sandbox.json";
        using var stream = typeof(DesktopConnection).Assembly.GetManifestResourceStream(Shipped) ?? throw new InvalidOperationException($"{Shipped} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return Population.Parse(Shipped, reader.ReadToEnd());
    }

    /// <summary>The file that remembers the embedded server's chats, beside the store.</summary>
    public static string SandboxState(string storePath) => $"{storePath}.sandbox.jsonl";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
