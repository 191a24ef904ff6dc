using System.Net;
using System.Security.Cryptography;
using Beeper.Resolver.Sandbox.Endpoints;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Sandbox.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Beeper.Resolver.Sandbox;

/// <summary>
/// A server that speaks Beeper Desktop's local API over an invented population, on the loopback interface only. It knows none of the
/// resolver's own types, so that a misspelt name on one side cannot hide on the other.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ChatBook _chats;

    private SandboxServer(WebApplication app, ChatBook chats, RequestJournal journal, string token, string readOnlyToken)
    {
        _app = app;
        _chats = chats;
        Journal = journal;
        Token = token;
        ReadOnlyToken = readOnlyToken;
        BaseUrl = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>The server's address.</summary>
    public Uri BaseUrl { get; }

    /// <summary>A token that may read and write.</summary>
    public string Token { get; }

    /// <summary>A token that may read only.</summary>
    public string ReadOnlyToken { get; }

    /// <summary>Every request received.</summary>
    public RequestJournal Journal { get; }

    /// <summary>The counts so far.</summary>
    public SandboxCounters Counters => Count(_chats, Journal);

    /// <summary>Starts a server.</summary>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    /// <exception cref="SandboxFileException">A file of the options cannot be used.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        var population = options.Population?.Checked("The population") ?? (options.PopulationFile is { } file ? Population.Read(file) : Population.Empty);
        var faults = options.Faults is null && options.FaultsFile is { } rules ? FaultScript.Read(rules) : new FaultScript(options.Faults ?? []);
        var chats = new ChatBook(population, options.StateFile, TimeProvider.System);
        var journal = new RequestJournal(options.JournalFile);
        var world = new SandboxWorld(options, population, chats);
        var (token, readOnlyToken) = (options.Token ?? RandomToken(), RandomToken());

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.OnIPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var gate = new Gate(token, readOnlyToken);
        app.Use(next => new RequestGateway(next, options.Version, gate, faults, journal, TimeProvider.System, app.Lifetime.ApplicationStopping).InvokeAsync);
        app.UseRouting();
        app.MapInfo(world);
        app.MapAccounts(world);
        app.MapChats(world);
        app.MapStarts(world);
        app.MapSandbox(journal, () => Count(chats, journal));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new SandboxServer(app, chats, journal, token, readOnlyToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private static SandboxCounters Count(ChatBook chats, RequestJournal journal) =>
        chats.Snapshot(journal.Entries.CountBy(static entry => entry.Method).ToDictionary(StringComparer.Ordinal));

    private static string RandomToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
