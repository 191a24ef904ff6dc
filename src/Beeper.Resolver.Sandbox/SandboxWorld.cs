using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Sandbox;

/// <summary>All a request can reach: the options, the people, the chats.</summary>
internal sealed class SandboxWorld
{
    private readonly Dictionary<string, AccountDirectory> _directories;

    public SandboxWorld(SandboxOptions options, Population population, ChatBook chats)
    {
        Options = options;
        Chats = chats;
        var people = population.People.ToLookup(static person => person.AccountId, StringComparer.Ordinal);
        Directories = [.. population.Accounts.Select(account => new AccountDirectory(account, people[account.AccountId]))];
        _directories = Directories.ToDictionary(static directory => directory.Account.AccountId, StringComparer.Ordinal);
    }

    public SandboxOptions Options { get; }

    public ChatBook Chats { get; }

    /// <summary>The accounts, in the order of the population.</summary>
    public IReadOnlyList<AccountDirectory> Directories { get; }

    /// <summary>The people of an account, or null for an account that is not there.</summary>
    public AccountDirectory? Find(string accountId) => _directories.GetValueOrDefault(accountId);

    /// <summary>The people of an account.</summary>
    /// <exception cref="ApiError">404 for an account that is not there.</exception>
    public AccountDirectory Directory(string accountId) => Find(accountId) ?? throw ApiError.NotFound("Account");
}
