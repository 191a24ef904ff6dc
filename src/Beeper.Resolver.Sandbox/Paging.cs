using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Beeper.Resolver.Sandbox;

/// <summary>Cuts lists into pages the API's way: opaque cursors, <c>direction</c> before or after, <c>hasMore</c>. An empty parameter is an absent one.</summary>
internal static class Paging
{
    /// <summary>The page a request asks for.</summary>
    /// <param name="all">All items, newest first.</param>
    /// <param name="query">The request's query.</param>
    /// <param name="size">Items per page.</param>
    /// <param name="shape">How an item is written.</param>
    /// <exception cref="ApiError">The cursor or direction is not one of ours.</exception>
    public static JsonObject Page<T>(IReadOnlyList<T> all, IQueryCollection query, int size, Func<T, JsonNode> shape)
    {
        var start = 0;
        if (Text(query, "cursor") is { } cursor)
        {
            if (!cursor.StartsWith("c:", StringComparison.Ordinal) || !int.TryParse(cursor.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > all.Count)
                throw ApiError.BadRequest("Invalid cursor");
            start = Text(query, "direction") switch
            {
                null or "before" => at,
                "after" => Math.Max(0, at - size),
                _ => throw ApiError.BadRequest("direction is before or after"),
            };
        }
        var items = all.Skip(start).Take(size).ToList();
        return new JsonObject
        {
            ["items"] = new JsonArray([.. items.Select(shape)]),
            ["hasMore"] = start + items.Count < all.Count,
            ["oldestCursor"] = items.Count == 0 ? null : Cursor(start + items.Count),
            ["newestCursor"] = items.Count == 0 ? null : Cursor(start),
        };
    }

    /// <summary>The page size a request asks for.</summary>
    /// <exception cref="ApiError">It is no number within the bounds.</exception>
    public static int Limit(IQueryCollection query, int fallback, int status)
    {
        if (Text(query, "limit") is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= 200
            ? limit
            : throw ApiError.Validation(status, ("too_big", "limit is a number from 1 to 200", ["query", "limit"]));
    }

    public static string? Text(IQueryCollection query, string name) => query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    private static string Cursor(int at) => $"c:{at.ToString(CultureInfo.InvariantCulture)}";
}
