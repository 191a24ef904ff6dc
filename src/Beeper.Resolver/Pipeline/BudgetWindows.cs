using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Pipeline;

/// <summary>Counts requests within the sliding minute, hour and day of a budget. Pure.</summary>
internal static class BudgetWindows
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long until another request fits; <see cref="TimeSpan.MaxValue"/> where none ever does.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="sent">Times of the requests of the last day, oldest first.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan Wait(NetworkBudget budget, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        var wait = Wait(budget.PerMinute, Minute, sent, now);
        wait = Max(wait, Wait(budget.PerHour, Hour, sent, now));
        return Max(wait, Wait(budget.PerDay, Day, sent, now));
    }

    /// <summary>What is left.</summary>
    public static BudgetLeft Left(BudgetKind kind, NetworkBudget budget, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        var wait = Wait(budget, sent, now);
        return new BudgetLeft(kind, Left(budget.PerMinute, Minute, sent, now), Left(budget.PerHour, Hour, sent, now), Left(budget.PerDay, Day, sent, now), wait == TimeSpan.MaxValue ? null : wait);
    }

    private static TimeSpan Wait(int most, TimeSpan window, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        if (most <= 0)
            return TimeSpan.MaxValue;
        var within = Within(window, sent, now);
        return within < most ? TimeSpan.Zero : sent[sent.Count - most] + window - now;
    }

    private static int Left(int most, TimeSpan window, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now) => Math.Max(0, most - Within(window, sent, now));

    private static int Within(TimeSpan window, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        var count = 0;
        for (var index = sent.Count - 1; index >= 0 && sent[index] > now - window; index--)
            count++;
        return count;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
