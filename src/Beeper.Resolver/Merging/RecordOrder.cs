namespace Beeper.Resolver.Merging;

/// <summary>
/// An order of records that depends on what they say and not on where they stand, so that the same rows in any order give the same contacts.
/// </summary>
internal static class RecordOrder
{
    public static int Compare(NormalizedRecord left, NormalizedRecord right)
    {
        var result = string.CompareOrdinal(left.Location.Source, right.Location.Source);
        if (result == 0)
            result = string.CompareOrdinal(left.Name, right.Name);
        for (var i = 0; result == 0 && i < left.Identifiers.Count && i < right.Identifiers.Count; i++)
            result = string.CompareOrdinal(left.Identifiers[i].Identifier.Value, right.Identifiers[i].Identifier.Value);
        if (result == 0)
            result = left.Identifiers.Count.CompareTo(right.Identifiers.Count);
        if (result == 0)
            result = string.CompareOrdinal(left.Organization, right.Organization);
        return result != 0 ? result : left.Location.Record.CompareTo(right.Location.Record);
    }
}
