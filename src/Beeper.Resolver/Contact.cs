namespace Beeper.Resolver;

/// <summary>One person: the records that were merged and the union of their identifiers. Nothing of a record is lost.</summary>
public sealed record Contact
{
    /// <summary>A short stable key; it survives re-imports as long as the person keeps one of their identifiers.</summary>
    public required string Key { get; init; }

    /// <summary>The best full name among the records; empty when no record has one.</summary>
    public required string Name { get; init; }

    /// <summary>The merged records in the order of source and record number; at least one.</summary>
    public required IReadOnlyList<NormalizedRecord> Records { get; init; }

    /// <summary>The union of the records' identifiers, in order of first appearance.</summary>
    public required IReadOnlyList<ContactIdentifier> Identifiers { get; init; }

    /// <summary>The contact that a group of records is: the records in order of source and number, the union of their identifiers with every occurrence.</summary>
    public static Contact Of(string key, string name, NormalizedRecord[] records)
    {
        if (records.Length > 1)
        {
            Array.Sort(records, static (a, b) =>
            {
                var bySource = string.CompareOrdinal(a.Location.Source, b.Location.Source);
                return bySource != 0 ? bySource : a.Location.Record.CompareTo(b.Location.Record);
            });
        }
        return new Contact { Key = key, Name = name, Records = records, Identifiers = records.Length > 1 ? IdentifierUnion.Of(records) : new OneRecordIdentifiers(records[0]) };
    }

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => $"contact {Key} from {Records.Count} records";
}
