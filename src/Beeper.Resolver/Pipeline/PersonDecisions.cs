using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>Takes a user's word about who is one person: keeps it in the store and merges anew.</summary>
public sealed class PersonDecisions(ResolutionStore store, TimeProvider? time = null)
{
    /// <summary>Makes one contact of several.</summary>
    /// <returns>The contact; null when another decision keeps some of them apart, and then nothing is changed.</returns>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public Contact? Merge(IReadOnlyList<Contact> contacts)
    {
        if (contacts.Count < 2)
            throw new ArgumentException("Merging takes at least two contacts.", nameof(contacts));
        var at = (time ?? TimeProvider.System).GetUtcNow();
        var first = MergeSubject.Of(contacts[0]);
        List<MergeDecision> decided = [.. contacts.Skip(1).Select(other => new MergeDecision(MergeDecisionKind.Merge, first, MergeSubject.Of(other), at))];
        if (Preview(decided, contacts) is not { } merged)
            return null;
        store.Decisions.Add(decided);
        Apply();
        return merged;
    }

    /// <summary>Keeps two people apart whose records are given, whether they are one contact now or may become one.</summary>
    /// <param name="first">Records of the one.</param>
    /// <param name="second">Records of the other, none of them among the first.</param>
    /// <returns>The two contacts.</returns>
    public (Contact First, Contact Second) KeepApart(IReadOnlyList<NormalizedRecord> first, IReadOnlyList<NormalizedRecord> second)
    {
        store.Decisions.Add([new MergeDecision(MergeDecisionKind.KeepApart, MergeSubject.Of(KeyOf(first), first), MergeSubject.Of(KeyOf(second), second), (time ?? TimeProvider.System).GetUtcNow())]);
        Apply();
        return (Holder(first), Holder(second));
    }

    // Decided merges are worked out before they are kept, so that a refused one leaves no trace.
    private Contact? Preview(List<MergeDecision> decided, IReadOnlyList<Contact> contacts)
    {
        var known = store.Contacts.LoadKnown().Select(static one => new KnownContact(one.Key, one.Name, one.Identifiers));
        var merged = new ContactMerger().Merge(store.Sources.LoadRecords(), known, [.. store.Decisions.Load(), .. decided]).Contacts;
        var wanted = contacts.SelectMany(static contact => contact.Records).Select(static record => record.Location).ToHashSet();
        return merged.FirstOrDefault(contact => wanted.IsSubsetOf(contact.Records.Select(static record => record.Location)));
    }

    private void Apply() => new AddressBookImport(store, new NormalizationOptions()).Merge();

    private string KeyOf(IReadOnlyList<NormalizedRecord> records) => Holder(records).Key;

    private Contact Holder(IReadOnlyList<NormalizedRecord> records) =>
        store.Contacts.Load().First(stored => stored.Contact.Records.Any(record => record.Location == records[0].Location)).Contact;
}
