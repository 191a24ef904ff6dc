using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// What the accounts have shown of one contact's identifiers, for judging the same identifier on the other accounts: a number that one
/// network shows under another name was probably reissued, one that it shows under the contact's name is probably right.
/// </summary>
internal sealed class ContactFindings
{
    private readonly List<(string AccountId, string Value, NameFinding Name)> _shown = [];

    /// <summary>Takes in what an account showed.</summary>
    public void Add(string accountId, Identifier identifier, NameFinding name) => _shown.Add((accountId, identifier.Value, name));

    /// <summary>Whether another account shows the identifier under another person's name.</summary>
    public bool IsDoubted(string accountId, Identifier identifier) => _shown.Exists(one => one.Name.IsConflict && IsElsewhere(one, accountId, identifier));

    /// <summary>Whether another account shows the identifier under the contact's name.</summary>
    public bool IsConfirmed(string accountId, Identifier identifier) => _shown.Exists(one => one.Name.IsAgreement && IsElsewhere(one, accountId, identifier));

    private static bool IsElsewhere((string AccountId, string Value, NameFinding Name) one, string accountId, Identifier identifier) =>
        one.AccountId != accountId && string.Equals(one.Value, identifier.Value, StringComparison.Ordinal);
}
