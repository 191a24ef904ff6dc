using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.People;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.EndToEndTests.Resolving;

/// <summary>An address book and a running sandbox, resolved over HTTP with a store of its own.</summary>
internal sealed class Resolving : IAsyncDisposable
{
    public const string Header = "Name,Mobile Phone,Mobile Phone 2,Home Phone,E-mail Address,Telegram,LinkedIn";
    public const string Signal = "signal";
    public const string LinkedIn = "linkedin";
    public const string Matrix = "hungryserv";
    public const string Slack = "slackgo.T1-U1";

    private readonly TemporaryFolder _folder = new();
    private readonly ResolutionStore _store;

    private Resolving(SandboxServer server, TimeProvider? time)
    {
        Server = server;
        _store = ResolutionStore.Open(_folder["store.db"], time);
        Time = time ?? TimeProvider.System;
        Desktop = new DesktopClient(new DesktopClientOptions { BaseUrl = server.BaseUrl, Token = server.Token });
    }

    public SandboxServer Server { get; }

    public DesktopClient Desktop { get; }

    public ResolutionStore Store => _store;

    private TimeProvider Time { get; }

    public int Starts => Server.Counters.Starts;

    public int Searches => Server.Journal.Entries.Count(static entry => entry.Path.EndsWith("/contacts", StringComparison.Ordinal));

    /// <summary>A sandbox with the people given, on WhatsApp, Signal, Telegram and X unless other accounts are named.</summary>
    public static async Task<Resolving> WithAsync(Person[] people, SandboxAccount[]? accounts = null, TimeProvider? time = null, SandboxDialect dialect = SandboxDialect.Start)
    {
        accounts ??= [Some.Account(Some.WhatsApp, "whatsapp", "WhatsApp"), Some.Account(Signal, "signal", "Signal"), Some.Account(Some.Telegram, "telegram", "Telegram")];
        return new Resolving(await SandboxServer.StartAsync(new SandboxOptions { Population = new Population(accounts, people), Dialect = dialect }, TestContext.Current.CancellationToken), time);
    }

    /// <summary>Imports rows under <see cref="Header"/> as a book of its own and merges all books.</summary>
    public void Import(string book, params string[] rows)
    {
        var import = new AddressBookImport(_store, new NormalizationOptions { DefaultRegion = "GB" });
        import.Import(_folder.Write(book, $"{Header}\n{string.Join('\n', rows)}\n"));
        import.Merge();
    }

    /// <summary>Imports rows and resolves all contacts.</summary>
    public Task<IReadOnlyList<Resolution>> RunAsync(params string[] rows) => RunAsync(null, rows);

    /// <summary>Imports rows, if any, and resolves all contacts.</summary>
    public async Task<IReadOnlyList<Resolution>> RunAsync(ResolveOptions? options, params string[] rows)
    {
        if (rows.Length > 0)
            Import("book.csv", rows);
        var token = TestContext.Current.CancellationToken;
        var accounts = await Desktop.GetAccountsAsync(token);
        var run = new ResolveRun(_store, Desktop, options ?? new ResolveOptions { Careful = false }, time: Time);
        var resolutions = new List<Resolution>();
        await foreach (var result in run.RunAsync(accounts, StopSignal.From(token), token))
            resolutions.AddRange(result.Resolutions);
        return resolutions;
    }

    public async ValueTask DisposeAsync()
    {
        Desktop.Dispose();
        _store.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
