using System.Globalization;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>The records a selector names: those of a contact, or one row as <c>SOURCE:LINE</c>, in the form in which <c>show</c> prints it.</summary>
/// <param name="Contact">The contact they belong to.</param>
/// <param name="Records">The records.</param>
internal sealed record RecordSelection(Contact Contact, IReadOnlyList<NormalizedRecord> Records)
{
    /// <exception cref="SelectorException">Nobody, or several.</exception>
    public static RecordSelection One(ResolutionStore store, string selector)
    {
        if (Row(store, selector.Trim()) is { } row)
            return row;
        var contact = ContactSelection.One(store, selector);
        return new RecordSelection(contact, contact.Records);
    }

    /// <summary>Two selections for keeping apart: where one is a contact and the other a row of it, the contact without that row.</summary>
    /// <exception cref="UsageException">Both are the same.</exception>
    public static (RecordSelection First, RecordSelection Second) Two(RecordSelection first, RecordSelection second)
    {
        if (first.Contact.Key != second.Contact.Key)
            return (first, second);
        if (first.Records.Count > second.Records.Count)
            first = first.Without(second);
        else if (second.Records.Count > first.Records.Count)
            second = second.Without(first);
        return first.Records.Select(static record => record.Location).Intersect(second.Records.Select(static record => record.Location)).Any()
            ? throw new UsageException("Both name the same contact. Name the rows to keep apart as SOURCE:LINE; \"beeper-resolver show CONTACT\" lists them.")
            : (first, second);
    }

    private RecordSelection Without(RecordSelection other)
    {
        var taken = other.Records.Select(static record => record.Location).ToHashSet();
        return this with { Records = [.. Records.Where(record => !taken.Contains(record.Location))] };
    }

    private static RecordSelection? Row(ResolutionStore store, string selector)
    {
        var colon = selector.LastIndexOf(':');
        if (colon < 0 || !int.TryParse(selector.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            return null;
        foreach (var contact in store.Contacts.Load().Select(static stored => stored.Contact))
        {
            foreach (var record in contact.Records)
            {
                if (record.Location.Line == line && record.Location.Source == selector[..colon])
                    return new RecordSelection(contact, [record]);
            }
        }
        return null;
    }
}
