namespace Beeper.Resolver.Merging;

/// <summary>Makes the contact of a group of records: the fullest name and the union of identifiers with every occurrence kept.</summary>
internal static class ContactUnion
{
    public static Contact Of(NormalizedRecord[] records)
    {
        Array.Sort(records, static (a, b) =>
        {
            var bySource = string.CompareOrdinal(a.Location.Source, b.Location.Source);
            return bySource != 0 ? bySource : a.Location.Record.CompareTo(b.Location.Record);
        });
        return new Contact { Key = "", Name = FullestName(records), Records = records, Identifiers = Identifiers(records) };
    }

    private static string FullestName(NormalizedRecord[] records) =>
        records.Select(static record => record.Name)
            .OrderByDescending(static name => Math.Min(3, name.Count(static c => c == ' ') + (name.Length > 0 ? 1 : 0)))
            .ThenByDescending(static name => name.Length)
            .ThenBy(static name => name, StringComparer.Ordinal)
            .First();

    private static List<ContactIdentifier> Identifiers(NormalizedRecord[] records)
    {
        if (records.Length == 1)
            return records[0].Identifiers.ConvertToContact();
        var occurrences = new Dictionary<Identifier, List<(RecordIdentifier Given, string Source)>>();
        var order = new List<Identifier>();
        foreach (var record in records)
        {
            foreach (var given in record.Identifiers)
            {
                if (!occurrences.TryGetValue(given.Identifier, out var list))
                {
                    occurrences[given.Identifier] = list = [];
                    order.Add(given.Identifier);
                }
                list.Add((given, record.Location.Source));
            }
        }
        return [.. order.Select(identifier => new ContactIdentifier(
            identifier,
            [.. occurrences[identifier].Select(static occurrence => occurrence.Given)],
            occurrences[identifier].Select(static occurrence => occurrence.Source).Distinct(StringComparer.Ordinal).Count()))];
    }

    private static List<ContactIdentifier> ConvertToContact(this IReadOnlyList<RecordIdentifier> given)
    {
        var identifiers = new List<ContactIdentifier>(given.Count);
        foreach (var one in given)
            identifiers.Add(new ContactIdentifier(one.Identifier, [one], 1));
        return identifiers;
    }
}
