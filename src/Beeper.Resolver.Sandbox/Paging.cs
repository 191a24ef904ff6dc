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
    /// <param name="status">Status of a cursor or direction that is not one of ours.</param>
    /// <param name="shape">How an item is written.</param>
    /// <exception cref="ApiError">The cursor or direction is not one of ours.</exception>
    public static JsonObject Page<T>(IReadOnlyList<T> all, IQueryCollection query, int size, int status, Func<T, JsonNode> shape)
    {
        var direction = Text(query, "direction") ?? "before";
        if (direction is not ("before" or "after"))
            throw ApiError.Validation(status, ("invalid_enum_value", "direction is before or after", ["query", "direction"]));
        var at = Position(query, all.Count, status);
        var towardsNewer = direction == "after" && at is not null;
        var start = towardsNewer ? Math.Max(0, at!.Value - size) : at ?? 0;
        var end = towardsNewer ? at!.Value : Math.Min(all.Count, start + size);
        return new JsonObject
        {
            ["items"] = new JsonArray([.. Enumerable.Range(start, end - start).Select(index => shape(all[index]))]),
            ["hasMore"] = towardsNewer ? start > 0 : end < all.Count,
            ["oldestCursor"] = start == end ? null : Cursor(end),
            ["newestCursor"] = start == end ? null : Cursor(start),
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

    private static int? Position(IQueryCollection query, int count, int status)
    {
        if (Text(query, "cursor") is not { } cursor)
            return null;
        return cursor.StartsWith("c:", StringComparison.Ordinal) && int.TryParse(cursor.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= count
            ? at
            : throw ApiError.Validation(status, ("invalid_string", "cursor is not one of this listing", ["query", "cursor"]));
    }

    private static string Cursor(int at) => $"c:{at.ToString(CultureInfo.InvariantCulture)}";
}
