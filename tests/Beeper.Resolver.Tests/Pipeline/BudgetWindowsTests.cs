using Beeper.Resolver.Networks;
using Beeper.Resolver.Pipeline;
using CsCheck;

namespace Beeper.Resolver.Tests.Pipeline;

public sealed class BudgetWindowsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly NetworkBudget Budget = new(2, 4, 6);

    [Fact]
    public void Within_the_budget_nothing_waits() => Assert.Equal(TimeSpan.Zero, Wait(-300, -200));

    [Fact]
    public void A_full_minute_waits_for_its_oldest_request_to_pass() => Assert.Equal(TimeSpan.FromSeconds(20), Wait(-40, -10));

    [Fact]
    public void A_full_hour_waits_longer_than_a_full_minute() => Assert.Equal(TimeSpan.FromSeconds(3600 - 3000), Wait(-3000, -2000, -1000, -10));

    [Fact]
    public void A_budget_of_nothing_never_lets_anything_through() => Assert.Equal(TimeSpan.MaxValue, BudgetWindows.Wait(new NetworkBudget(0, 0, 0), [], Now));

    [Fact]
    public void What_is_left_is_said_for_each_window()
    {
        var left = BudgetWindows.Left(BudgetKind.Starts, Budget, Times(-5000, -3000, -10), Now);
        Assert.Equal((1, 2, 3, TimeSpan.Zero), (left.Minute, left.Hour, left.Day, left.NextIn));
        Assert.Equal(1, left.Now);
    }

    [Fact]
    public void Requests_sent_whenever_the_budget_lets_them_never_exceed_it() => Gen.Int[1, 90].Array[1, 60].Sample(static pauses =>
    {
        var sent = new List<DateTimeOffset>();
        var now = Now;
        foreach (var pause in pauses)
        {
            now = now.AddSeconds(pause) + BudgetWindows.Wait(Budget, sent, now.AddSeconds(pause));
            sent.Add(now);
        }
        Assert.All(sent, at => Assert.InRange(sent.Count(one => one > at.AddMinutes(-1) && one <= at), 1, Budget.PerMinute));
        Assert.All(sent, at => Assert.InRange(sent.Count(one => one > at.AddHours(-1) && one <= at), 1, Budget.PerHour));
        Assert.All(sent, at => Assert.InRange(sent.Count(one => one > at.AddDays(-1) && one <= at), 1, Budget.PerDay));
    });

    private static TimeSpan Wait(params int[] seconds) => BudgetWindows.Wait(Budget, Times(seconds), Now);

    private static DateTimeOffset[] Times(params int[] seconds) => [.. seconds.Select(static second => Now.AddSeconds(second))];
}
