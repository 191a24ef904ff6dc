using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Beeper.Resolver.Desktop.Wire;
using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Desktop;

/// <summary>
/// A client of Beeper Desktop's local API in its three dialects. Reads are repeated when they fail in passing; a request that may have an
/// effect is sent exactly once. Thread-safe.
/// </summary>
public sealed class DesktopClient : IDisposable
{
    private const int MostPages = 10_000;
    private const int ContactsPerPage = 200;

    private static readonly Uri[] DefaultAddresses = [new("http://127.0.0.1:23373"), new("http://[::1]:23373"), new("http://localhost:23373")];

    private readonly DesktopClientOptions _options;
    private readonly TimeProvider _time;
    private readonly NetworkCatalog _networks;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private DesktopTransport? _transport;
    private DesktopReader? _reader;
    private StartDialect? _dialect;
    private string? _version;

    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public DesktopClient(DesktopClientOptions options, TimeProvider? time = null, NetworkCatalog? networks = null)
    {
        options.Validate();
        _options = options;
        _time = time ?? TimeProvider.System;
        _networks = networks ?? NetworkCatalog.Default;
    }

    /// <summary>Requests sent that read.</summary>
    public int Reads => _transport?.Reads ?? 0;

    /// <summary>Requests sent that may have an effect.</summary>
    public int Writes => _transport?.Writes ?? 0;

    /// <summary>How long one start may take.</summary>
    internal TimeSpan StartTimeout => _options.StartTimeout;

    /// <summary>The app's address and version, and the form of start it speaks.</summary>
    public async Task<(DesktopApp App, StartDialectKind Dialect)> GetAppAsync(CancellationToken cancellationToken)
    {
        var dialect = await DialectAsync(cancellationToken);
        return (new DesktopApp(_transport!.BaseUrl, _version), dialect.Kind);
    }

    /// <summary>The connected accounts.</summary>
    public async Task<IReadOnlyList<Account>> GetAccountsAsync(CancellationToken cancellationToken)
    {
        var reader = await ReaderAsync(cancellationToken);
        var answer = await reader.ReadAsync("v1/accounts", WireJson.Default.JsonDocument, orNotFound: false, cancellationToken);
        var accounts = answer!.RootElement.ValueKind == JsonValueKind.Array
            ? answer.RootElement.Deserialize(WireJson.Default.WireAccountArray)
            : answer.RootElement.Deserialize(WireJson.Default.WirePageWireAccount)?.Items;
        return [.. (accounts ?? []).Select(account => account?.ToAccount(_networks)).OfType<Account>()];
    }

    /// <summary>The people of an account that a text leads to: contacts, the network's own search, and exact identifiers.</summary>
    public async Task<IReadOnlyList<NetworkUser>> SearchContactsAsync(string accountId, string query, CancellationToken cancellationToken)
    {
        var reader = await ReaderAsync(cancellationToken);
        var page = await reader.ReadAsync($"v1/accounts/{Segment(accountId)}/contacts?query={Uri.EscapeDataString(query)}", WireJson.Default.WirePageWireUser, orNotFound: false, cancellationToken);
        return [.. (page!.Items ?? []).Select(static user => user?.ToUser()).OfType<NetworkUser>()];
    }

    /// <summary>The contact list of an account; empty where the app or the network has none.</summary>
    public async IAsyncEnumerable<NetworkUser> ListContactsAsync(string accountId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var user in PagesAsync($"v1/accounts/{Segment(accountId)}/contacts/list?limit={ContactsPerPage}", WireJson.Default.WirePageWireUser, orNotFound: true, cancellationToken))
        {
            if (user.ToUser() is { } known)
                yield return known;
        }
    }

    /// <summary>All direct chats of the accounts, most recent activity first; chats that only group others are left out.</summary>
    public async IAsyncEnumerable<DirectChat> ListDirectChatsAsync(IReadOnlyList<string> accountIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var wire in PagesAsync($"v1/chats?{string.Join('&', accountIds.Select(static id => $"accountIDs={Uri.EscapeDataString(id)}"))}", WireJson.Default.WirePageWireChat, orNotFound: false, cancellationToken))
        {
            if (wire.ToChat() is { Type: "single", IsMerged: false } chat)
                yield return chat.Direct;
        }
    }

    /// <summary>The chats that match a search.</summary>
    public async IAsyncEnumerable<Chat> SearchChatsAsync(ChatSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new List<string>();
        query.AddRange(search.AccountIds.Select(static id => $"accountIDs={Uri.EscapeDataString(id)}"));
        foreach (var (name, value) in new[] { ("query", search.Query), ("scope", search.Scope), ("type", search.Type), ("limit", search.Limit?.ToString(System.Globalization.CultureInfo.InvariantCulture)) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        await foreach (var wire in PagesAsync($"v1/chats/search?{string.Join('&', query)}", WireJson.Default.WirePageWireChat, orNotFound: false, cancellationToken))
        {
            if (wire.ToChat() is { } chat)
                yield return chat;
        }
    }

    /// <summary>A chat by its ID, or null when the app does not know it.</summary>
    /// <param name="chatId">The ID.</param>
    /// <param name="maxParticipants">The most participants to list: -1 for all, 0 to 500; null for the app's default.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Chat?> GetChatAsync(string chatId, int? maxParticipants, CancellationToken cancellationToken)
    {
        var reader = await ReaderAsync(cancellationToken);
        var query = maxParticipants is { } most ? $"?maxParticipantCount={most.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "";
        return (await reader.ReadAsync($"v1/chats/{Segment(chatId)}{query}", WireJson.Default.WireChat, orNotFound: true, cancellationToken))?.ToChat();
    }

    /// <summary>
    /// Starts a chat, once. Where the app turns out not to speak the form used, which shows that nothing happened, the form it does speak
    /// is found out anew and used.
    /// </summary>
    /// <exception cref="ArgumentException">The person has a name only, which resolves nobody.</exception>
    public async Task<StartResult> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        if (!request.User.HasIdentifier)
            throw new ArgumentException("A start needs an identifier besides the name: a name resolves nobody.", nameof(request));
        var dialect = await DialectAsync(cancellationToken);
        var result = await dialect.StartAsync(request, cancellationToken);
        if (!dialect.IsForeignTo(result) || _options.Dialect != StartDialectKind.Auto)
            return result;
        _dialect = dialect.Kind == StartDialectKind.Start ? New(StartDialectKind.Mode) : New(StartDialectKind.Create);
        return await StartAsync(request, cancellationToken);
    }

    /// <summary>Creates a chat with known user IDs, once.</summary>
    /// <exception cref="ArgumentException">The type is neither single nor group, or the participants do not fit it.</exception>
    public async Task<StartResult> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        if (request.Type is not ("single" or "group"))
            throw new ArgumentException($"The type of a chat is single or group, not {request.Type}.", nameof(request));
        if (request.ParticipantIds.Count == 0 || (request.Type == "single" && request.ParticipantIds.Count != 1))
            throw new ArgumentException("A single chat takes exactly one participant, a group at least one.", nameof(request));
        await ReaderAsync(cancellationToken);
        return await new StartSender(_transport!, _options, _time).SendAsync("v1/chats", JsonSerializer.SerializeToUtf8Bytes(new WireCreate
        {
            AccountId = request.AccountId,
            ParticipantIds = request.ParticipantIds,
            Type = request.Type,
            Title = request.Title,
            MessageText = request.MessageText,
            Mode = _dialect is ModeDialect ? "create" : null,
        }, WireJson.Default.WireCreate), request.AccountId, request.Type, cancellationToken);
    }

    /// <summary>Sends a text into a chat, once.</summary>
    public async Task<StartResult> SendMessageAsync(string accountId, string chatId, string text, CancellationToken cancellationToken)
    {
        await ReaderAsync(cancellationToken);
        return await new StartSender(_transport!, _options, _time).SendAsync(
            $"v1/chats/{Segment(chatId)}/messages", JsonSerializer.SerializeToUtf8Bytes(new WireText { Text = text }, WireJson.Default.WireText), accountId, "single", cancellationToken);
    }

    /// <summary>The messages of a chat, newest first, up to one that is asked for.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="isEnough">Ends the reading at the message it is true for.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<ChatHistory> ReadHistoryAsync(string chatId, Func<ChatMessage, bool> isEnough, CancellationToken cancellationToken) =>
        await new HistoryReader(await ReaderAsync(cancellationToken)).ReadAsync($"v1/chats/{Segment(chatId)}/messages", isEnough, cancellationToken);

    /// <summary>Method and route of the starts this client sends, for the attempts log.</summary>
    public async Task<string> StartEndpointAsync(CancellationToken cancellationToken) => (await DialectAsync(cancellationToken)).Endpoint;

    /// <inheritdoc/>
    public void Dispose()
    {
        _transport?.Dispose();
        _gate.Dispose();
    }

    private static string Segment(string id) => id is "." or ".." ? throw new ArgumentException("An ID is not a path.", nameof(id)) : Uri.EscapeDataString(id);

    private async IAsyncEnumerable<T> PagesAsync<T>(string path, JsonTypeInfo<WirePage<T>> type, bool orNotFound, [EnumeratorCancellation] CancellationToken cancellationToken) where T : class
    {
        var reader = await ReaderAsync(cancellationToken);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cursor = "";
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await reader.ReadAsync(cursor.Length == 0 ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}", type, orNotFound, cancellationToken);
            if (page?.Items is not { Count: > 0 } items)
                yield break;
            foreach (var item in items.OfType<T>())
                yield return item;
            cursor = page.OldestCursor ?? "";
            if (page.HasMore != true || cursor.Length == 0 || !seen.Add(cursor))
                yield break;
        }
    }

    private async Task<DesktopReader> ReaderAsync(CancellationToken cancellationToken)
    {
        if (_reader is not null)
            return _reader;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _transport ??= _options.BaseUrl is { } configured ? new DesktopTransport(_options, configured) : await FindAsync(cancellationToken);
            return _reader ??= new DesktopReader(_transport, _options, _time);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<DesktopTransport> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var address in DefaultAddresses)
        {
            var transport = new DesktopTransport(_options, address);
            using var timeout = new CancellationTokenSource(_options.ReadTimeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            try
            {
                using var answer = await transport.GetAsync("v1/info", either.Token);
                return transport;
            }
            catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                transport.Dispose();
            }
        }
        throw new DesktopUnreachableException("Beeper Desktop does not answer on port 23373 of this machine. Start Beeper and switch on its API under Settings > Integrations, or name another address with --base-url. To try the tool without Beeper, add --sandbox.");
    }

    private async Task<StartDialect> DialectAsync(CancellationToken cancellationToken)
    {
        if (_dialect is not null)
            return _dialect;
        var reader = await ReaderAsync(cancellationToken);
        var (kind, version) = await new DialectDetection(_transport!, reader, _options).DetectAsync(cancellationToken);
        _version = version;
        return _dialect = New(kind);
    }

    private StartDialect New(StartDialectKind kind)
    {
        var sender = new StartSender(_transport!, _options, _time);
        return kind switch
        {
            StartDialectKind.Start => new StartPathDialect(sender),
            StartDialectKind.Mode => new ModeDialect(sender),
            _ => new CreateDialect(this),
        };
    }
}
