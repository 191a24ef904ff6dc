using System.Text.Json.Nodes;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>
/// An embedded server that outlives the tool, a store, an address book, and what must hold after any number of deaths: nobody got a second
/// message, every chat ID is right, no row is lost, the store is sound. The server's counters and journal are the judge.
/// </summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    private readonly ToolSession _session = new();
    private readonly int _people;

    private CrashWorld(SandboxServer server, int people, string? storePath)
    {
        Server = server;
        _people = people;
        StorePath = storePath ?? _session.Folder["resolver.db"];
        Csv = _session.Folder.Write("contacts.csv", Crowd.Csv(people));
        TokenFile = _session.Folder.Write("token", server.Token);
        File.SetUnixFileMode(TokenFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public SandboxServer Server { get; }

    public string Csv { get; }

    public string TokenFile { get; }

    public string Folder => _session.Folder.Path;

    public string StorePath { get; }

    public static async Task<CrashWorld> CreateAsync(int people, string? storePath = null, params FaultRule[] faults)
    {
        var server = await SandboxServer.StartAsync(new SandboxOptions { Population = Crowd.Population(people), Faults = faults }, TestContext.Current.CancellationToken);
        return new CrashWorld(server, people, storePath);
    }

    /// <summary>The arguments of a whole run with first messages.</summary>
    public string[] Resolve(params string[] more) =>
    [
        "resolve", Csv, "--base-url", Server.BaseUrl.ToString(), "--token-file", TokenFile, "--store", StorePath, "--region", "US", "--pace", "off", "--yes", "--timeout", "5",
        "--message-text", "Hello {firstName}, this is my new number.", "--jsonl", .. more,
    ];

    public string[] Reconcile() => ["reconcile", "--base-url", Server.BaseUrl.ToString(), "--token-file", TokenFile, "--store", StorePath];

    /// <summary>Whether there is a store with content.</summary>
    public bool HasStore => new FileInfo(StorePath) is { Exists: true, Length: > 0 } && HasSchema();

    /// <summary>Requests with an effect that the server has read.</summary>
    public int Posts => Server.Journal.Entries.Count(static entry => entry.Method == "POST");

    /// <summary>Runs a command line of the tool in this process, which is faster than another one and the same code.</summary>
    public Task<ToolResult> RunAsync(string[] arguments) => _session.RunAsync(arguments);

    /// <summary>Runs until nothing is left to be done, settles what is unknown, and has the store checked.</summary>
    public async Task FinishAsync()
    {
        for (var run = 1; run <= 12; run++)
        {
            var last = await RunAsync(Resolve("--wait"));
            if (last.ExitCode is 0 or 7 && Resolved() == _people)
                break;
        }
        Assert.Contains((await RunAsync(Reconcile())).ExitCode, new[] { 0, 7 });
        var check = await RunAsync(["store", "check", "--store", StorePath]);
        Assert.True(check.ExitCode == 0, check.Out + check.Error);
    }

    public int Resolved()
    {
        using var store = ResolutionStore.OpenReadOnly(StorePath);
        return store.Resolutions.Counts().Where(static count => count.Outcome == Outcome.Resolved).Sum(static count => count.Count);
    }

    /// <summary>How many starts and first messages are in each state.</summary>
    public IReadOnlyDictionary<OperationState, int> States()
    {
        using var store = ResolutionStore.OpenReadOnly(StorePath);
        return store.Operations.Counts();
    }

    /// <summary>What must hold after a death: whatever the server has read stands in the log of attempts.</summary>
    public void AssertIntentsCoverRequests()
    {
        AssertNeverTwice();
        if (Posts == 0)
            return;
        using var store = ResolutionStore.OpenReadOnly(StorePath);
        Assert.Empty(store.Check());
        Assert.True(store.Operations.AttemptsSince(Some.WhatsApp, DateTimeOffset.UnixEpoch).Count >= Posts);
    }

    /// <summary>What must hold at any time.</summary>
    public void AssertNeverTwice()
    {
        Assert.All(Server.Counters.People, static person => Assert.InRange(person.Messages, 0, 1));
        Assert.All(MessagesPosted(), static group => Assert.Single(group));
    }

    /// <summary>What must hold once everything is done.</summary>
    /// <param name="wasRolledBack">Whether the store was older than what was sent from it, and was accepted so.</param>
    public async Task AssertNothingLostAsync(bool wasRolledBack = false)
    {
        AssertNeverTwice();
        var chats = await ChatsByPhoneAsync();
        using var store = ResolutionStore.OpenReadOnly(StorePath);
        Assert.Empty(store.Check());
        Assert.Equal(_people, store.Contacts.Count());
        var resolutions = store.Resolutions.Load();
        foreach (var contact in store.Contacts.Load().Select(static stored => stored.Contact))
        {
            var resolution = Assert.Single(resolutions[contact.Key]).Resolution;
            Assert.Equal(Outcome.Resolved, resolution.Outcome);
            Assert.Equal(chats[contact.Identifiers[0].Identifier.Value], resolution.ChatId);
        }
        if (wasRolledBack)
            return;
        // Every message the server saw is in the store's log, and none that it delivered counts as unsent.
        var texts = MessagesPosted().Select(static group => group.Key).ToHashSet(StringComparer.Ordinal);
        var sent = store.Contacts.Load().SelectMany(contact => store.Operations.OfContact(contact.Contact.Key)).Where(static operation => operation.Effect == StartEffect.E3).ToList();
        Assert.True(texts.Count <= sent.Count(static operation => operation.Attempt > 0));
        Assert.DoesNotContain(sent, static operation => operation.State is OperationState.Inflight or OperationState.Claimed);
        Assert.InRange(Server.Counters.People.Sum(static person => person.Messages), 0, sent.Count(static operation => operation.State is OperationState.Resolved or OperationState.Unknown or OperationState.Review));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _session.Dispose();
    }

    // A kill may leave a file that is known as ours and has no table yet.
    private bool HasSchema()
    {
        try
        {
            ResolutionStore.OpenReadOnly(StorePath).Dispose();
            return true;
        }
        catch (StoreException error) when (error.Fault is StoreFault.Older or StoreFault.BadPath)
        {
            return false;
        }
    }

    private IEnumerable<IGrouping<string, JournalEntry>> MessagesPosted() =>
        Server.Journal.Entries.Where(static entry => entry.Method == "POST" && entry.Path.EndsWith("/messages", StringComparison.Ordinal)).GroupBy(static entry => entry.Path, StringComparer.Ordinal);

    private async Task<Dictionary<string, string>> ChatsByPhoneAsync()
    {
        using var caller = new ApiCaller(Server);
        var chats = new Dictionary<string, string>(StringComparer.Ordinal);
        var cursor = "";
        do
        {
            var page = (await caller.GetAsync($"/v1/chats?accountIDs={Some.WhatsApp}{cursor}")).Json;
            foreach (var chat in page["items"]!.AsArray())
            {
                var phone = chat!["participants"]!["items"]!.AsArray().First(static person => person!["isSelf"] is not JsonValue self || !self.GetValue<bool>())!["phoneNumber"]!.GetValue<string>();
                chats[phone] = chat["id"]!.GetValue<string>();
            }
            cursor = page["hasMore"]!.GetValue<bool>() ? $"&cursor={Uri.EscapeDataString(page["oldestCursor"]!.GetValue<string>())}" : "";
        }
        while (cursor.Length > 0);
        return chats;
    }
}
