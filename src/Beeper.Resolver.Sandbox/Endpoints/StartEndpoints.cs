using System.Text.Json.Nodes;
using Beeper.Resolver.Sandbox.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beeper.Resolver.Sandbox.Endpoints;

/// <summary>Starting and creating chats, as each dialect knows them.</summary>
internal static class StartEndpoints
{
    public static void MapStarts(this IEndpointRouteBuilder routes, SandboxWorld world)
    {
        routes.MapPost("/v1/chats", async (HttpContext context) =>
        {
            var body = await context.ReadObjectAsync();
            var mode = world.Options.Dialect == SandboxDialect.Mode ? body.Text("mode", world.Options.ValidationStatus) ?? "create" : "create";
            await context.WriteAsync(mode switch
            {
                "create" => Create(world, body),
                "start" => Start(world, body),
                _ => throw ApiError.Validation(world.Options.ValidationStatus, ("invalid_enum_value", "mode is create or start", ["body", "mode"])),
            });
        });
        if (world.Options.Dialect == SandboxDialect.Start)
            routes.MapPost("/v1/chats/start", async (HttpContext context) => await context.WriteAsync(Start(world, await context.ReadObjectAsync())));
    }

    private static JsonObject Create(SandboxWorld world, JsonObject body)
    {
        var status = world.Options.ValidationStatus;
        var issues = new List<(string, string, object[])>();
        var accountId = Required(body, "accountID", status, issues);
        var type = body.Text("type", status);
        if (type is not ("single" or "group"))
            issues.Add(("invalid_enum_value", "type is single or group", ["body", "type"]));
        var participants = (body["participantIDs"] as JsonArray)?.Select(static id => id is JsonValue value && value.TryGetValue<string>(out var text) ? text : "").ToList() ?? [];
        if (participants.Count == 0 || (type == "single" && participants.Count != 1))
            issues.Add(("invalid_type", type == "single" ? "participantIDs has exactly one ID" : "participantIDs has at least one ID", ["body", "participantIDs"]));
        issues.AddRange(participants.Index().Where(static one => one.Item.Length == 0).Select(static one => ("invalid_type", "a participant ID is a string", new object[] { "body", "participantIDs", one.Index })));
        if (issues.Count > 0)
            throw ApiError.Validation(status, [.. issues]);
        var text = body.Text("messageText", status);
        var title = body.Text("title", status);
        var people = participants.ConvertAll(id => world.Find(accountId!)?.ById(id));
        Count(world, accountId!, type == "single" ? people[0] : null);
        var directory = Connected(world, accountId!);
        if (people.Contains(null))
            throw NotFound(world);
        if (type == "group")
            return Answer(world, directory, world.Chats.Group(accountId!, participants, title, text), created: null);
        var (chat, _) = Open(world, directory, people[0]!, text);
        return Answer(world, directory, chat, created: null);
    }

    private static JsonObject Start(SandboxWorld world, JsonObject body)
    {
        var status = world.Options.ValidationStatus;
        var issues = new List<(string, string, object[])>();
        var accountId = Required(body, "accountID", status, issues);
        if (body["user"] is not JsonObject user)
        {
            issues.Add(("invalid_type", "user is required", ["body", "user"]));
            throw ApiError.Validation(status, [.. issues]);
        }
        var (id, phone, email, username) = (user.Text("id", status, "user"), user.Text("phoneNumber", status, "user"), user.Text("email", status, "user"), user.Text("username", status, "user"));
        _ = user.Text("fullName", status, "user");
        var text = body.Text("messageText", status);
        var mayInvite = AllowInvite(body, status);
        if (issues.Count > 0)
            throw ApiError.Validation(status, [.. issues]);
        var person = world.Find(accountId!)?.Resolve(id, phone, email, username);
        var target = person?.RedirectsTo is { } other ? world.Directory(accountId!).ById(other)! : person;
        Count(world, accountId!, target);
        var directory = Connected(world, accountId!);
        if (target is null || (person!.InviteOnly && !mayInvite))
            throw NotFound(world);
        var (chat, created) = Open(world, directory, target, text);
        return Answer(world, directory, chat, created);
    }

    private static (ChatRecord Chat, bool Created) Open(SandboxWorld world, AccountDirectory directory, Person person, string? text)
    {
        var accountId = directory.Account.AccountId;
        var exists = world.Chats.FindSingle(accountId, person.Id) is not null;
        if (!exists && person.CannotMessage)
            throw ApiError.BadRequest("This user cannot be messaged");
        if (!exists && person.NeedsMessageText && text is null)
            throw ApiError.Validation(world.Options.ValidationStatus, ("custom", "messageText is required to create this chat", ["body", "messageText"]));
        return world.Chats.Single(accountId, person, text ?? (!exists && directory.Rules.StartSendsMessage ? "New chat" : null));
    }

    private static JsonObject Answer(SandboxWorld world, AccountDirectory directory, ChatRecord chat, bool? created)
    {
        var answer = world.Options.Dialect == SandboxDialect.Start ? WireShapes.Chat(chat, directory, SandboxDialect.Start, 100) : [];
        answer["chatID"] = chat.Id;
        if (created is { } isNew)
            answer["status"] = isNew ? "created" : "existing";
        return answer;
    }

    private static void Count(SandboxWorld world, string accountId, Person? person)
    {
        if (person is null)
            world.Chats.CountStart();
        else
            world.Chats.CountStart(accountId, person.Id);
    }

    private static AccountDirectory Connected(SandboxWorld world, string accountId)
    {
        var directory = world.Directory(accountId);
        return directory.Account.IsConnected ? directory : throw new ApiError(409, "CONFLICT", "Account is not connected");
    }

    private static string? Required(JsonObject body, string name, int status, List<(string, string, object[])> issues)
    {
        var text = body.Text(name, status);
        if (string.IsNullOrEmpty(text))
            issues.Add(("invalid_type", $"{name} is required", ["body", name]));
        return text;
    }

    private static bool AllowInvite(JsonObject body, int status) => body["allowInvite"] switch
    {
        null => true,
        JsonValue value when value.TryGetValue<bool>(out var allow) => allow,
        _ => throw ApiError.Validation(status, ("invalid_type", "allowInvite is not a boolean", ["body", "allowInvite"])),
    };

    private static ApiError NotFound(SandboxWorld world) => world.Options.NotFoundStatus switch
    {
        404 => ApiError.NotFound("User"),
        502 => new ApiError(502, "BAD_GATEWAY", "User not found"),
        500 => new ApiError(500, "UNKNOWN_ERROR", "User not found"),
        var status => new ApiError(status, "BAD_REQUEST", "User not found"),
    };
}
