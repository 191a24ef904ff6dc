using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.EndToEndTests.Faults;

/// <summary>Runs the library against an embedded server with faults: a store, an address book, a fast clock. A new run is a new process as far as the store can tell.</summary>
internal sealed class PipelineBench : IAsyncDisposable
{
    public const string StartRoute = "/v1/chats/start";
    public const string MessageRoute = "/v1/chats/{chatID}/messages";

    // A minute of the world's time: what is not about timeouts must not meet one on a busy machine.
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(6000);

    private readonly TemporaryFolder _folder = new();

    private PipelineBench(SandboxServer server) => Server = server;

    public SandboxServer Server { get; private set; }

    public FastTime Time { get; } = new();

    public string StorePath => _folder["resolver.db"];

    /// <summary>How long a start may take, in the fast clock's time.</summary>
    public TimeSpan StartTimeout { get; init; } = Ample;

    public ResolveOptions Options { get; init; } = new() { Careful = false };

    public string Csv { get; set; } = "";

    public static async Task<PipelineBench> CreateAsync(int people, params FaultRule[] faults) => await CreateAsync(new SandboxOptions { Population = Crowd.Population(people), Faults = faults }, Crowd.Csv(people));

    public static async Task<PipelineBench> CreateAsync(SandboxOptions options, string csv, TimeSpan? startTimeout = null, ResolveOptions? resolve = null)
    {
        var bench = new PipelineBench(await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken)) { StartTimeout = startTimeout ?? Ample, Options = resolve ?? new ResolveOptions { Careful = false } };
        bench.Csv = csv;
        return bench;
    }

    public static FaultRule Fault(string route, FaultEffect effect, int? nth = null, int? every = null, string method = "POST") => new(new FaultMatch { Method = method, Route = route, Nth = nth, Every = every }, effect);

    /// <summary>Requests received for a route, by its last segment.</summary>
    public int Received(string method, string ending) => Server.Journal.Entries.Count(entry => entry.Method == method && entry.Path.EndsWith(ending, StringComparison.Ordinal));

    public async Task ReplaceServerAsync(SandboxOptions options)
    {
        await Server.DisposeAsync();
        Server = await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);
    }

    public DesktopClient Client(bool readOnly = false, Uri? baseUrl = null, string? token = null) => new(
        new DesktopClientOptions { BaseUrl = baseUrl ?? Server.BaseUrl, Token = token ?? Server.Token, StartTimeout = StartTimeout, ReadTimeout = Ample, ReadOnly = readOnly }, Time);

    /// <summary>One run: import, recover, resolve; what it throws is thrown.</summary>
    public async Task<IReadOnlyList<ContactResult>> ResolveAsync(ResolveOptions? options = null, Uri? baseUrl = null, string? token = null, Action<ContactResult>? onResult = null)
    {
        using var store = ResolutionStore.Open(StorePath, Time);
        using var held = RunLock.Acquire(StorePath);
        store.Operations.RecoverOrphans(held);
        Import(store);
        using var client = Client(baseUrl: baseUrl, token: token);
        var accounts = await client.GetAccountsAsync(TestContext.Current.CancellationToken);
        var results = new List<ContactResult>();
        await foreach (var result in new ResolveRun(store, client, options ?? Options, time: Time).RunAsync(accounts, StopSignal.From(TestContext.Current.CancellationToken)))
        {
            results.Add(result);
            onResult?.Invoke(result);
        }
        return results;
    }

    /// <summary>One run that sends first messages to all resolved contacts.</summary>
    public async Task<IReadOnlyList<FirstMessageResult>> MessageAsync(string text = "Hello {firstName}, this is my new number.", int? most = null)
    {
        using var store = ResolutionStore.Open(StorePath, Time);
        using var held = RunLock.Acquire(StorePath);
        store.Operations.RecoverOrphans(held);
        using var client = Client();
        var accounts = await client.GetAccountsAsync(TestContext.Current.CancellationToken);
        var messages = new FirstMessages(store, client, careful: false, time: Time);
        var plan = messages.Plan(MessageTemplate.Parse(text), accounts, most);
        var results = new List<FirstMessageResult>();
        await foreach (var result in messages.SendAsync(plan, plan.Messages.Count, StopSignal.From(TestContext.Current.CancellationToken)))
            results.Add(result);
        return results;
    }

    public async Task<(int Resolved, int Reopened, int Open)> ReconcileAsync()
    {
        using var store = ResolutionStore.Open(StorePath, Time);
        using var held = RunLock.Acquire(StorePath);
        store.Operations.RecoverOrphans(held);
        using var client = Client(readOnly: true);
        return await new ReconcileRun(store, client, time: Time).RunAsync(await client.GetAccountsAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    /// <summary>How many starts are in each state; first messages are those of effect E3.</summary>
    public Dictionary<OperationState, int> States(bool messages = false)
    {
        using var store = ResolutionStore.OpenReadOnly(StorePath, Time);
        return store.Contacts.Load().SelectMany(contact => store.Operations.OfContact(contact.Contact.Key)).Where(operation => operation.Effect == StartEffect.E3 == messages)
            .GroupBy(static operation => operation.State).ToDictionary(static group => group.Key, static group => group.Count());
    }

    public void AssertSound()
    {
        using var store = ResolutionStore.OpenReadOnly(StorePath, Time);
        Assert.Empty(store.Check());
        Assert.All(Server.Counters.People, static person => Assert.InRange(person.Messages, 0, 1));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private void Import(ResolutionStore store)
    {
        var import = new AddressBookImport(store, new NormalizationOptions { DefaultRegion = "US" }, time: Time);
        import.Import(_folder.Write("contacts.csv", Csv));
        import.Merge();
    }
}
