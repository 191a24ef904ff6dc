using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Connections;

/// <summary>The accounts that are known without a request: as last read, or those of the embedded server's population.</summary>
internal static class OfflineAccounts
{
    /// <exception cref="NotReadyException">No account has been read yet.</exception>
    public static IReadOnlyList<Account> Load(ResolutionStore store, ResolvedSettings settings)
    {
        if (settings.Sandbox)
        {
            var networks = settings.Networks;
            return [.. DesktopConnection.SandboxPopulation(settings).Accounts.Select(account => new Account(account.AccountId, networks.CanonicalKey(account.Bridge?.Type ?? account.Network ?? account.AccountId))
            {
                DisplayNetwork = account.Network,
                Status = account.Status,
                User = new NetworkUser(account.User.Id) { FullName = account.User.FullName, PhoneNumber = account.User.PhoneNumber, Email = account.User.Email, Username = account.User.Username },
            })];
        }
        var (accounts, _) = store.Accounts.Load();
        return accounts.Count > 0 ? accounts : throw new NotReadyException("No account has been read yet. Run beeper-resolver accounts once with Beeper open, or leave --offline out.");
    }
}
