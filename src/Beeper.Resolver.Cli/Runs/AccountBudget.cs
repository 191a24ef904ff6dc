using Beeper.Resolver.Networks;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>How many starts and look-ups an account has left.</summary>
/// <param name="Account">The account's ID.</param>
/// <param name="Network">Its network.</param>
/// <param name="Minute">Starts left in this minute.</param>
/// <param name="Hour">Starts left in this hour.</param>
/// <param name="Day">Starts left in this day.</param>
/// <param name="Others">The budgets besides that of starts: starts by phone, look-ups.</param>
internal sealed record AccountBudget(string Account, string Network, int Minute, int Hour, int Day, IReadOnlyList<BudgetLeft> Others)
{
    public static AccountBudget Of(ResolutionStore store, Account account, NetworkCatalog networks)
    {
        var left = new AccountBudgets(store, networks).LeftOf(account);
        return new AccountBudget(account.Id, account.Network, left[0].Minute, left[0].Hour, left[0].Day, [.. left.Skip(1)]);
    }
}
