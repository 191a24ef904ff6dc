using System.Globalization;
using System.Net.Http.Headers;

namespace Beeper.Resolver.Desktop;

/// <summary>
/// Reads how long an answer asks to wait: <c>retry-after-ms</c> first, then <c>Retry-After</c> in seconds or as a date. What cannot be used
/// (nothing, zero, a past date, garbage) is absent, and the caller waits by its own schedule.
/// </summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        Wait(First(headers, "retry-after-ms"), TimeSpan.TicksPerMillisecond) ?? Wait(First(headers, "Retry-After"), TimeSpan.TicksPerSecond) ?? Until(headers.RetryAfter?.Date, now);

    private static string? First(HttpResponseHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    private static TimeSpan? Wait(string? text, long ticksPerUnit) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? TimeSpan.FromTicks((long)Math.Min(amount * ticksPerUnit, Longest.Ticks))
            : null;

    private static TimeSpan? Until(DateTimeOffset? date, DateTimeOffset now) => date is { } time && time > now ? TimeSpan.FromTicks(Math.Min((time - now).Ticks, Longest.Ticks)) : null;
}
