using Beeper.Resolver.Desktop;
using Beeper.Resolver.Evaluation.Generating;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>Resolves all contacts of a store, against the sandbox over HTTP or offline as a plan.</summary>
internal sealed class ChatRun(World world, ImportedBooks books)
{
    /// <summary>Resolves over HTTP: listings, look-ups and starts are real requests.</summary>
    public async Task<IReadOnlyList<ContactResult>> OverHttpAsync(bool eachAccount, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Population = world.Population }, cancellationToken);
        using var desktop = new DesktopClient(new DesktopClientOptions { BaseUrl = sandbox.BaseUrl, Token = sandbox.Token });
        var accounts = await desktop.GetAccountsAsync(cancellationToken);
        return await RunAsync(desktop, accounts, new ResolveOptions { EachAccount = eachAccount, Careful = false }, cancellationToken);
    }

    /// <summary>Decides without any request.</summary>
    public Task<IReadOnlyList<ContactResult>> OfflineAsync(bool eachAccount, CancellationToken cancellationToken)
    {
        var accounts = world.Population.Accounts.Select(static account => new Account(account.AccountId, account.Bridge!.Type.Replace("go", "", StringComparison.Ordinal)) { User = new NetworkUser(account.User.Id) }).ToList();
        return RunAsync(null, accounts, new ResolveOptions { EachAccount = eachAccount, PlanOnly = true }, cancellationToken);
    }

    private async Task<IReadOnlyList<ContactResult>> RunAsync(DesktopClient? desktop, IReadOnlyList<Account> accounts, ResolveOptions options, CancellationToken cancellationToken)
    {
        var results = new List<ContactResult>();
        await foreach (var result in new ResolveRun(books.Store, desktop, options).RunAsync(accounts, StopSignal.From(cancellationToken), cancellationToken))
            results.Add(result);
        return results;
    }
}
