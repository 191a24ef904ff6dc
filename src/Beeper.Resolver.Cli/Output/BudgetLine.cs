using System.Globalization;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Output;

/// <summary>What the accounts have left of today's starts, in a line short enough to stand beside the counts of a run.</summary>
internal sealed class BudgetLine(ResolutionStore store, IReadOnlyList<Account> accounts, NetworkCatalog networks)
{
    private readonly List<Account> _starting = [.. accounts.Where(account => networks[account.Network].Mode != NetworkMode.ExistingOnly)];

    /// <summary>Such as <c>left today: signal 36, whatsapp 15</c>; only accounts that started something today, and empty where none did.</summary>
    public string Read()
    {
        // Budgets are taken up from the store once; the run's own starts are there by now.
        var budgets = new AccountBudgets(store, networks);
        var left = _starting.Select(account => (Account: account, Starts: budgets.LeftOf(account)[0].Day)).Where(one => one.Starts < networks[one.Account.Network].Budget.PerDay)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{Name(one.Account)} {one.Starts}")).ToList();
        return left.Count == 0 ? "" : $"left today: {string.Join(", ", left)}";
    }

    private string Name(Account account) => _starting.Count(other => other.Network == account.Network) == 1 ? account.Network : VisibleText.Of(account.Id);
}
