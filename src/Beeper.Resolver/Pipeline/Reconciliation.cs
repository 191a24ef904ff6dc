using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Settles starts of unknown outcome by look-ups: the account's listing shows the chat with exactly the person asked for, or it does not.
/// Only a start nobody can see may be sent again after a miss; one that may have invited or carried text waits for a person.
/// </summary>
internal sealed class Reconciliation(ResolutionStore store)
{
    /// <summary>Settles what the listings can settle.</summary>
    /// <returns>How many are resolved, how many may be sent again, and how many stay open.</returns>
    public (int Resolved, int Reopened, int Open) Settle(IReadOnlyList<StoredContact> contacts, IReadOnlyDictionary<string, AccountListing> listings)
    {
        var (resolved, reopened, open) = (0, 0, 0);
        var byKey = contacts.ToDictionary(static one => one.Contact.Key, static one => one.Contact, StringComparer.Ordinal);
        foreach (var operation in store.Operations.Unsettled().Where(static operation => operation.State == OperationState.Unknown))
        {
            if (!listings.TryGetValue(operation.AccountId, out var listing) || !byKey.TryGetValue(operation.ContactKey, out var contact) || Target(operation, contact) is not { } target)
            {
                open++;
                continue;
            }
            var people = listing.Find(target).Where(static person => person.Chat is not null).ToList();
            if (people.Count == 1)
            {
                store.Operations.Reconcile(operation.Id, people[0].Chat!.Id);
                resolved++;
            }
            else if (people.Count == 0 && operation.Effect == StartEffect.E1)
            {
                store.Operations.Reconcile(operation.Id, null);
                reopened++;
            }
            else
            {
                open++;
            }
        }
        return (resolved, reopened, open);
    }

    private static Identifier? Target(StartOperation operation, Contact contact)
    {
        foreach (var given in contact.Identifiers)
        {
            if (TargetKey.Of(operation.AccountId, given.Identifier).AsSpan().SequenceEqual(operation.TargetKey))
                return given.Identifier;
        }
        return null;
    }
}
