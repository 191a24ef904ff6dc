namespace Beeper.Resolver;

/// <summary>The identifiers of several records as those of one contact, each with every record that gives it.</summary>
internal static class IdentifierUnion
{
    private const int Few = 64;

    /// <summary>The union, in order of first appearance.</summary>
    /// <param name="records">The records, source by source, so that a source is new where it is not the last one seen.</param>
    public static ContactIdentifier[] Of(NormalizedRecord[] records)
    {
        var total = 0;
        foreach (var record in records)
            total += record.Identifiers.Count;
        var given = new (RecordIdentifier Given, string Source)[total];
        var at = 0;
        foreach (var record in records)
        {
            for (var index = 0; index < record.Identifiers.Count; index++)
                given[at++] = (record.Identifiers[index], record.Location.Source);
        }
        return Of(given);
    }

    private static ContactIdentifier[] Of((RecordIdentifier Given, string Source)[] given)
    {
        Span<int> first = given.Length <= Few ? stackalloc int[given.Length] : new int[given.Length];
        var different = 0;
        for (var index = 0; index < given.Length; index++)
        {
            first[index] = index;
            for (var before = 0; before < index; before++)
            {
                if (first[before] != before || given[before].Given.Identifier != given[index].Given.Identifier)
                    continue;
                first[index] = before;
                break;
            }
            different += first[index] == index ? 1 : 0;
        }
        var identifiers = new ContactIdentifier[different];
        var next = 0;
        for (var index = 0; index < given.Length; index++)
        {
            if (first[index] == index)
                identifiers[next++] = One(given, first, index);
        }
        return identifiers;
    }

    private static ContactIdentifier One((RecordIdentifier Given, string Source)[] given, ReadOnlySpan<int> first, int at)
    {
        var occurrences = new RecordIdentifier[first.Count(at)];
        var (next, sources, last) = (0, 0, (string?)null);
        for (var index = at; index < given.Length; index++)
        {
            if (first[index] != at)
                continue;
            occurrences[next++] = given[index].Given;
            sources += string.Equals(last, given[index].Source, StringComparison.Ordinal) ? 0 : 1;
            last = given[index].Source;
        }
        return new ContactIdentifier(given[at].Given.Identifier, occurrences, sources);
    }
}
