namespace Beeper.Resolver.Desktop;

/// <summary>
/// Apps before 4.2.557 have no start: the person is found by contact search (exact identifier, exactly one hit), an existing single chat is
/// preferred, and only then one is created with the user ID.
/// </summary>
internal sealed class CreateDialect(DesktopClient client) : StartDialect
{
    public override StartDialectKind Kind => StartDialectKind.Create;

    public override string Endpoint => "POST /v1/chats";

    public override async Task<StartResult> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        NetworkUser? user;
        try
        {
            user = request.User.Id is { } id ? new NetworkUser(id) : await FindAsync(request, cancellationToken);
            if (user is null)
                return Nothing(StartResultKind.NotFound, "not_found", "The network does not know the identifier.");
            if (user.CannotMessage)
                return Nothing(StartResultKind.Rejected, "cannot_message", "The network refuses direct chats with this person.");
            if (await FindChatAsync(request.AccountId, user.Id, cancellationToken) is { } chat)
                return new StartResult(StartResultKind.Started) { ChatId = chat.Id, Status = ChatStatus.Existing, Participants = chat.Participants };
        }
        catch (DesktopApiException error)
        {
            return Nothing(error.Status switch { 401 => StartResultKind.Unauthorized, 403 => StartResultKind.Forbidden, 404 => StartResultKind.AccountMissing, 429 => StartResultKind.Throttled, _ => StartResultKind.NotSent }, error.Code, error.Message, error.Status);
        }
        catch (DesktopUnreachableException error)
        {
            return Nothing(StartResultKind.NotSent, "connection", error.Message);
        }
        var created = await client.CreateAsync(new CreateRequest(request.AccountId, "single", [user.Id]) { MessageText = request.MessageText }, cancellationToken);
        return created.Kind == StartResultKind.Started && created.Participants.Count == 0 ? created with { Participants = [user] } : created;
    }

    public override bool IsForeignTo(StartResult result) => false;

    private async Task<NetworkUser?> FindAsync(StartRequest request, CancellationToken cancellationToken)
    {
        var query = request.User.PhoneNumber ?? request.User.Email ?? request.User.Username!;
        var users = await client.SearchContactsAsync(request.AccountId, query, cancellationToken);
        var exact = users.Where(user => IsExact(request.User, user)).DistinctBy(static user => user.Id, StringComparer.Ordinal).Take(2).ToList();
        return exact.Count == 1 ? exact[0] : null;
    }

    private static bool IsExact(UserPayload asked, NetworkUser user) =>
        asked.PhoneNumber is not null ? user.PhoneNumber is { } phone && string.Concat(phone.Where(static c => c == '+' || char.IsAsciiDigit(c))) == asked.PhoneNumber
        : asked.Email is not null ? string.Equals(user.Email, asked.Email, StringComparison.OrdinalIgnoreCase)
        : string.Equals(user.Username?.TrimStart('@'), asked.Username?.TrimStart('@'), StringComparison.OrdinalIgnoreCase);

    private async Task<DirectChat?> FindChatAsync(string accountId, string userId, CancellationToken cancellationToken)
    {
        await foreach (var chat in client.ListDirectChatsAsync([accountId], cancellationToken))
        {
            if (chat.Participants.Any(user => user.Id == userId && !user.IsSelf))
                return chat;
        }
        return null;
    }

    private static StartResult Nothing(StartResultKind kind, string code, string message, int? status = null) =>
        new(kind) { Error = new ResolutionError(code, message, status) };
}
