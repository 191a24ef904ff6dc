using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>Settles starts of unknown outcome by look-ups only; nothing is started.</summary>
/// <param name="store">The store; the caller holds its run lock.</param>
/// <param name="desktop">The client.</param>
/// <param name="networks">The networks; null for those the library ships.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class ReconcileRun(ResolutionStore store, DesktopClient desktop, NetworkCatalog? networks = null, TimeProvider? time = null)
{
    /// <summary>Reads the accounts' listings and settles what they show.</summary>
    /// <returns>How many are resolved, how many may be sent again, and how many stay open.</returns>
    public async Task<(int Resolved, int Reopened, int Open)> RunAsync(IReadOnlyList<Account> accounts, CancellationToken cancellationToken)
    {
        var listings = await new ListingReader(desktop, networks ?? NetworkCatalog.Default).ReadAsync(accounts, cancellationToken);
        return await new Reconciliation(store, desktop, time ?? TimeProvider.System).SettleAsync(store.Contacts.Load(), accounts, listings, cancellationToken);
    }
}
