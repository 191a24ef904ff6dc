using System.Net;
using Beeper.Resolver.Desktop;

namespace Beeper.Resolver.Tests.Desktop;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Retry-After", "120", 120.0)]
    [InlineData("Retry-After", "1.5", 1.5)]
    [InlineData("Retry-After", "Wed, 25 Nov 2026 09:01:00 GMT", 60.0)]
    [InlineData("Retry-After", "Wed, 25 Nov 2026 08:59:00 GMT", null)]
    [InlineData("Retry-After", "0", null)]
    [InlineData("Retry-After", "-5", null)]
    [InlineData("Retry-After", "later", null)]
    [InlineData("Retry-After", "", null)]
    [InlineData("Retry-After", "1e300", 31_536_000.0)]
    [InlineData("Retry-After", "99999999999999", 31_536_000.0)]
    [InlineData("retry-after-ms", "50", 0.05)]
    [InlineData("retry-after-ms", "2500.5", 2.5005)]
    [InlineData("retry-after-ms", "NaN", null)]
    [InlineData("retry-after-ms", "Infinity", 31_536_000.0)]
    [InlineData("retry-after-ms", "-1", null)]
    [InlineData("x-should-retry", "true", null)]
    public void What_can_be_used_is_read_and_the_rest_is_absent(string header, string value, double? seconds)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        answer.Headers.TryAddWithoutValidation(header, value);
        Assert.Equal(seconds, RetryAfter.Read(answer.Headers, Now)?.TotalSeconds);
    }

    [Fact]
    public void Milliseconds_win_unless_they_cannot_be_used()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        answer.Headers.TryAddWithoutValidation("retry-after-ms", "100");
        answer.Headers.TryAddWithoutValidation("Retry-After", "7");
        Assert.Equal(0.1, RetryAfter.Read(answer.Headers, Now)?.TotalSeconds);
        using var other = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        other.Headers.TryAddWithoutValidation("retry-after-ms", "soon");
        other.Headers.TryAddWithoutValidation("Retry-After", "7");
        Assert.Equal(7, RetryAfter.Read(other.Headers, Now)?.TotalSeconds);
    }
}
