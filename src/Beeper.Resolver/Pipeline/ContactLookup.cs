using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Pipeline;

/// <summary>Asks a network about an identifier by contact search, only where that is not seen by the other person, and believes exact equality alone.</summary>
internal sealed class ContactLookup(DesktopClient desktop, NetworkCatalog networks, TimeProvider time)
{
    // An app that is restarted in the middle of a run is back within half a minute.
    private static readonly TimeSpan[] Waits = [.. new[] { 1, 2, 4, 8, 15 }.Select(static seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>The answer for one identifier on one account.</summary>
    public async Task<LookupAnswer> AskAsync(Account account, Identifier identifier, CancellationToken cancellationToken)
    {
        var profile = networks[account.Network];
        if (!profile.LooksUp.Contains(identifier.Kind))
            return new LookupAnswer(LookupKind.NotAsked);
        var users = await SearchAsync(account, identifier, cancellationToken);
        var exact = users.Where(user => IdentifierForms.Matches(identifier, user, profile)).DistinctBy(user => user.Id, StringComparer.Ordinal).Take(2).ToList();
        return exact.Count switch
        {
            0 => new LookupAnswer(LookupKind.NotFound),
            1 => new LookupAnswer(LookupKind.Found, exact[0]),
            _ => new LookupAnswer(LookupKind.Several),
        };
    }

    private async Task<IReadOnlyList<NetworkUser>> SearchAsync(Account account, Identifier identifier, CancellationToken cancellationToken)
    {
        foreach (var wait in Waits)
        {
            try
            {
                return await desktop.SearchContactsAsync(account.Id, identifier.Value, cancellationToken);
            }
            catch (DesktopUnreachableException)
            {
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        return await desktop.SearchContactsAsync(account.Id, identifier.Value, cancellationToken);
    }
}
