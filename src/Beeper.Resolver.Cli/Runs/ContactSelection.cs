using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>Finds the contact a selector names: by key, full name or identifier.</summary>
internal static class ContactSelection
{
    private const int MostKeysShown = 10;

    /// <exception cref="SelectorException">Nobody, or several.</exception>
    public static Contact One(ResolutionStore store, string selector)
    {
        var found = store.Contacts.Find(selector.Trim());
        return found.Count switch
        {
            0 => throw new SelectorException(ambiguous: false, "No contact has this key, name or identifier. Look for it in: beeper-resolver plan --offline"),
            1 => found[0].Contact,
            _ => throw new SelectorException(ambiguous: true, $"{found.Count} contacts match. Name one by its key: {string.Join(", ", found.Take(MostKeysShown).Select(static one => one.Contact.Key))}"),
        };
    }
}
