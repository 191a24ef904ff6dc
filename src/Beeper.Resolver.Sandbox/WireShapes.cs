using System.Text.Json.Nodes;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Sandbox;

/// <summary>The API's objects as each dialect writes them; absent values are left out.</summary>
internal static class WireShapes
{
    public static JsonObject User(Person person) => Compact(
        ("id", person.Id), ("username", person.Username), ("phoneNumber", person.PhoneNumber), ("email", person.Email), ("fullName", person.FullName),
        ("cannotMessage", person.CannotMessage), ("isSelf", false));

    public static JsonObject Account(SandboxAccount account, SandboxDialect dialect)
    {
        var shape = new JsonObject { ["accountID"] = account.AccountId };
        if (dialect == SandboxDialect.Start && account.Bridge is { } bridge)
            shape["bridge"] = new JsonObject { ["id"] = bridge.Id, ["type"] = bridge.Type, ["provider"] = bridge.Provider };
        if (dialect != SandboxDialect.Mode && account.Network is not null)
            shape["network"] = account.Network;
        if (dialect == SandboxDialect.Start)
            shape["status"] = account.Status ?? "connected";
        shape["user"] = Self(account);
        return shape;
    }

    public static JsonObject Chat(ChatRecord chat, AccountDirectory directory, SandboxDialect dialect, int maxParticipants)
    {
        var others = chat.ParticipantIds.Select(id => directory.ById(id) is { } person ? User(person) : new JsonObject { ["id"] = id });
        var participants = others.Append(Self(directory.Account)).ToList();
        var shown = maxParticipants < 0 ? participants : participants.Take(maxParticipants).ToList();
        var shape = new JsonObject { ["id"] = chat.Id, ["accountID"] = chat.AccountId };
        if (dialect != SandboxDialect.Create)
            shape["localChatID"] = chat.LocalId;
        if (dialect != SandboxDialect.Mode)
            shape["network"] = directory.Account.Network ?? directory.Account.NetworkKey;
        shape["title"] = chat.Title ?? "";
        shape["type"] = chat.Type;
        shape["participants"] = new JsonObject { ["items"] = new JsonArray([.. shown]), ["hasMore"] = shown.Count < participants.Count, ["total"] = participants.Count };
        if (chat.LastActivity is { } last)
            shape["lastActivity"] = last.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        shape["unreadCount"] = 0;
        shape["isArchived"] = false;
        shape["isMuted"] = false;
        shape["isPinned"] = false;
        return shape;
    }

    private static JsonObject Self(SandboxAccount account) => Compact(
        ("id", account.User.Id), ("username", account.User.Username), ("phoneNumber", account.User.PhoneNumber), ("email", account.User.Email), ("fullName", account.User.FullName), ("isSelf", true));

    private static JsonObject Compact(params (string Name, object? Value)[] members)
    {
        var shape = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
                shape[name] = value is bool flag ? JsonValue.Create(flag) : JsonValue.Create((string)value);
        }
        return shape;
    }
}
