using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Cli.Connections;

/// <summary>Chooses accounts by ID, network name or a unique part of either.</summary>
internal static class AccountSelection
{
    /// <summary>The accounts to work on: those that are connected, or those named.</summary>
    /// <exception cref="SelectorException">A selector matches nothing, or its part more than one.</exception>
    /// <exception cref="NotReadyException">None of them is connected.</exception>
    public static IReadOnlyList<Account> Ready(IReadOnlyList<Account> accounts, IReadOnlyList<string> selectors)
    {
        var chosen = selectors.Count == 0 ? accounts : [.. selectors.SelectMany(selector => Find(accounts, selector)).DistinctBy(static account => account.Id)];
        var ready = chosen.Where(static account => account.IsConnected).ToList();
        if (ready.Count > 0)
            return ready;
        throw new NotReadyException(accounts.Count == 0
            ? "No chat account is connected to Beeper. Connect one in Beeper and run the same command again."
            : "None of the accounts is connected now. Open Beeper, reconnect them and run the same command again.");
    }

    /// <summary>The one account a selector names.</summary>
    /// <exception cref="SelectorException">It matches nothing or more than one.</exception>
    public static Account One(IReadOnlyList<Account> accounts, string selector)
    {
        var found = Find(accounts, selector);
        return found.Count == 1 ? found[0] : throw Ambiguous(selector, found);
    }

    // A network's name stands for all accounts on it; a part of a name must be unique.
    private static List<Account> Find(IReadOnlyList<Account> accounts, string selector)
    {
        var exact = accounts.Where(account => account.Id == selector).ToList();
        if (exact.Count > 0)
            return exact;
        var key = NetworkCatalog.Default.CanonicalKey(selector);
        var onNetwork = accounts.Where(account => (key != NetworkCatalog.UnknownKey && account.Network == key) || string.Equals(account.DisplayNetwork, selector, StringComparison.OrdinalIgnoreCase)).ToList();
        if (onNetwork.Count > 0)
            return onNetwork;
        var partly = accounts.Where(account => account.Id.Contains(selector, StringComparison.OrdinalIgnoreCase) || account.Network.Contains(selector, StringComparison.OrdinalIgnoreCase)).ToList();
        return partly.Count switch
        {
            0 => throw new SelectorException(ambiguous: false, $"No account matches {selector}. There are: {Names(accounts)}"),
            1 => partly,
            _ => throw Ambiguous(selector, partly),
        };
    }

    private static SelectorException Ambiguous(string selector, IReadOnlyList<Account> found) =>
        new(ambiguous: true, $"{selector} matches {found.Count} accounts: {Names(found)}. Name one by its ID.");

    private static string Names(IReadOnlyList<Account> accounts) => accounts.Count == 0 ? "none" : string.Join(", ", accounts.Select(static account => account.Id));
}
