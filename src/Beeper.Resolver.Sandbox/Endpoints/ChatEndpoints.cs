using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beeper.Resolver.Sandbox.Endpoints;

/// <summary>Reading chats, their messages, and bringing one to the front.</summary>
internal static class ChatEndpoints
{
    private const int ChatsPerPage = 25;
    private const int ListedParticipants = 20;

    public static void MapChats(this IEndpointRouteBuilder routes, SandboxWorld world)
    {
        routes.MapGet("/v1/chats", (HttpContext context) => ListAsync(context, world));
        routes.MapGet("/v1/chats/search", (HttpContext context) => SearchAsync(context, world));
        routes.MapGet("/v1/chats/{chatID}", (HttpContext context) => context.WriteAsync(Shape(world, Find(context, world), Participants(context, world))));
        routes.MapGet("/v1/chats/{chatID}/messages", (HttpContext context) => MessagesAsync(context, world));
        routes.MapPost("/v1/chats/{chatID}/messages", (HttpContext context) => SendAsync(context, world));
        routes.MapPost("/v1/focus", async (HttpContext context) =>
        {
            await context.ReadObjectAsync();
            await context.WriteAsync(new JsonObject { ["success"] = true });
        });
    }

    private static JsonObject Shape(SandboxWorld world, ChatRecord chat, int participants) => WireShapes.Chat(chat, world.Directory(chat.AccountId), world.Options.Dialect, participants);

    private static ChatRecord Find(HttpContext context, SandboxWorld world) => world.Chats.Find(context.RouteText("chatID")) ?? throw ApiError.NotFound("Chat");

    private static Task ListAsync(HttpContext context, SandboxWorld world) =>
        context.WriteAsync(Paging.Page(OfAccounts(context, world), context.Request.Query, ChatsPerPage, world.Options.ValidationStatus, chat => Shape(world, chat, ListedParticipants)));

    private static Task SearchAsync(HttpContext context, SandboxWorld world)
    {
        var query = context.Request.Query;
        var chats = OfAccounts(context, world);
        if (Word(context, world, "type", "single", "group", "any") is { } type and not "any")
            chats = [.. chats.Where(chat => chat.Type == type)];
        var inParticipants = Word(context, world, "scope", "titles", "participants") == "participants";
        if (Paging.Text(query, "query") is { } words)
        {
            chats = [.. chats.Where(chat => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Text(world, chat, inParticipants).Contains(word, StringComparison.OrdinalIgnoreCase)))];
        }
        if (Time(context, world, "lastActivityBefore") is { } before)
            chats = [.. chats.Where(chat => chat.LastActivity < before)];
        if (Time(context, world, "lastActivityAfter") is { } after)
            chats = [.. chats.Where(chat => chat.LastActivity > after)];
        _ = Word(context, world, "includeMuted", "true", "false");
        if (Word(context, world, "unreadOnly", "true", "false") == "true" || Word(context, world, "inbox", "primary", "low-priority", "archive") is "archive" or "low-priority")
            chats = [];
        return context.WriteAsync(Paging.Page(chats, query, Paging.Limit(query, 50, world.Options.ValidationStatus), world.Options.ValidationStatus, chat => Shape(world, chat, ListedParticipants)));
    }

    private static string Text(SandboxWorld world, ChatRecord chat, bool inParticipants) => inParticipants
        ? string.Join(' ', chat.ParticipantIds.Select(id => world.Directory(chat.AccountId).ById(id)?.FullName))
        : $"{chat.Title} {world.Directory(chat.AccountId).Account.Network}";

    private static IReadOnlyList<ChatRecord> OfAccounts(HttpContext context, SandboxWorld world)
    {
        var wanted = context.Request.Query["accountIDs"].Where(static id => !string.IsNullOrEmpty(id)).ToHashSet(StringComparer.Ordinal);
        return world.Chats.Of(world.Directories.Select(static directory => directory.Account.AccountId).Where(id => wanted.Count == 0 || wanted.Contains(id)));
    }

    private static DateTimeOffset? Time(HttpContext context, SandboxWorld world, string name) =>
        Paging.Text(context.Request.Query, name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw ApiError.Validation(world.Options.ValidationStatus, ("invalid_string", $"{name} is not a time", ["query", name]));

    private static string? Word(HttpContext context, SandboxWorld world, string name, params ReadOnlySpan<string> words) =>
        Paging.Text(context.Request.Query, name) is not { } word ? null
        : words.Contains(word) ? word
        : throw ApiError.Validation(world.Options.ValidationStatus, ("invalid_enum_value", $"{name} is one of {string.Join(", ", words!)}", ["query", name]));

    private static int Participants(HttpContext context, SandboxWorld world)
    {
        if (Paging.Text(context.Request.Query, "maxParticipantCount") is not { } text)
            return world.Options.Dialect == SandboxDialect.Start ? 100 : -1;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var most) && most is >= -1 and <= 500
            ? most
            : throw ApiError.Validation(world.Options.ValidationStatus, ("too_big", "maxParticipantCount is a number from -1 to 500", ["query", "maxParticipantCount"]));
    }

    private static Task MessagesAsync(HttpContext context, SandboxWorld world)
    {
        var chat = Find(context, world);
        var self = world.Directory(chat.AccountId).Account.User;
        var messages = chat.Sent.Select((text, index) => (Text: text, Index: index)).Reverse().ToList();
        return context.WriteAsync(Paging.Page(messages, context.Request.Query, 20, world.Options.ValidationStatus, message => new JsonObject
        {
            ["id"] = $"{chat.Id}/{message.Index}",
            ["chatID"] = chat.Id,
            ["accountID"] = chat.AccountId,
            ["senderID"] = self.Id,
            ["senderName"] = self.FullName,
            ["isSender"] = true,
            ["text"] = message.Text,
            ["sortKey"] = message.Index.ToString("D8", CultureInfo.InvariantCulture),
            ["timestamp"] = (chat.LastActivity ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        }));
    }

    private static async Task SendAsync(HttpContext context, SandboxWorld world)
    {
        var chat = Find(context, world);
        var body = await context.ReadObjectAsync();
        var text = body.Text("text", world.Options.ValidationStatus);
        if (string.IsNullOrEmpty(text))
            throw ApiError.Validation(world.Options.ValidationStatus, ("invalid_type", "text is required", ["body", "text"]));
        chat = world.Chats.Send(chat.Id, text);
        await context.WriteAsync(new JsonObject { ["chatID"] = chat.Id, ["pendingMessageID"] = $"m{chat.Sent.Count}" });
    }
}
