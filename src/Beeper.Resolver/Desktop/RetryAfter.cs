using System.Globalization;
using System.Net.Http.Headers;

namespace Beeper.Resolver.Desktop;

/// <summary>Reads how long an answer asks to wait: <c>retry-after-ms</c> first, then <c>Retry-After</c> in seconds or as a date. What cannot be used is absent.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.TryGetValues("retry-after-ms", out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && !double.IsNaN(milliseconds))
            return Positive(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, int.MaxValue)));
        return headers.RetryAfter switch
        {
            { Delta: { } delta } => Positive(delta),
            { Date: { } date } => Positive(date - now),
            _ => null,
        };
    }

    private static TimeSpan? Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : null;
}
