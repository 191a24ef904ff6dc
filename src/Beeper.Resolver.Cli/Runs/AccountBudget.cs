using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>How many starts an account has left.</summary>
/// <param name="Account">The account's ID.</param>
/// <param name="Network">Its network.</param>
/// <param name="Minute">Starts left in this minute.</param>
/// <param name="Hour">Starts left in this hour.</param>
/// <param name="Day">Starts left in this day.</param>
internal sealed record AccountBudget(string Account, string Network, int Minute, int Hour, int Day)
{
    public static AccountBudget Of(ResolutionStore store, Account account, NetworkCatalog networks, DateTimeOffset now)
    {
        var attempts = store.Operations.AttemptsSince(account.Id, now.AddDays(-1));
        var budget = networks[account.Network].Budget;
        return new AccountBudget(account.Id, account.Network, Left(budget.PerMinute, TimeSpan.FromMinutes(1)), Left(budget.PerHour, TimeSpan.FromHours(1)), Left(budget.PerDay, TimeSpan.FromDays(1)));

        int Left(int most, TimeSpan window) => Math.Max(0, most - attempts.Count(at => at > now - window));
    }
}
