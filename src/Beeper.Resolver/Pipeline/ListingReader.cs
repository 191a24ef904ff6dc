using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>Reads what the accounts already know, once per run: their direct chats and contact lists. Local to Beeper; nobody is asked.</summary>
internal sealed class ListingReader(DesktopClient desktop, NetworkCatalog networks)
{
    /// <summary>The listings by account ID.</summary>
    public async Task<IReadOnlyDictionary<string, AccountListing>> ReadAsync(IReadOnlyList<Account> accounts, CancellationToken cancellationToken)
    {
        var chats = new List<DirectChat>();
        await foreach (var chat in desktop.ListDirectChatsAsync([.. accounts.Select(static account => account.Id)], cancellationToken))
            chats.Add(chat);
        var byAccount = chats.ToLookup(static chat => chat.AccountId, StringComparer.Ordinal);
        var listings = new Dictionary<string, AccountListing>(StringComparer.Ordinal);
        foreach (var account in accounts)
            listings[account.Id] = new AccountListing(account, networks[account.Network], byAccount[account.Id], await ContactsAsync(account, cancellationToken));
        return listings;
    }

    // A network that cannot list contacts is no reason to stop: its chats are known, and look-ups do the rest.
    private async Task<List<NetworkUser>> ContactsAsync(Account account, CancellationToken cancellationToken)
    {
        var users = new List<NetworkUser>();
        try
        {
            await foreach (var user in desktop.ListContactsAsync(account.Id, cancellationToken))
                users.Add(user);
        }
        catch (DesktopApiException error) when (!error.IsAuthorization && error.Status is >= 400 and not 429)
        {
            return users;
        }
        return users;
    }
}
