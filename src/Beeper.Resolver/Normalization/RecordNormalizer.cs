namespace Beeper.Resolver.Normalization;

/// <summary>
/// Brings a record's identifiers into normal form. Values that give none become problems with a code; exact repetitions collapse into the
/// first, keeping the better label. Pure: the same record gives the same result everywhere. Thread-safe.
/// </summary>
public sealed class RecordNormalizer(NormalizationOptions options)
{
    /// <summary>The normalised record.</summary>
    public NormalizedRecord Normalize(SourceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var found = new RecordFindings(record, options.DefaultRegion);
        // By index: the enumerator of an interface is an object.
        for (var index = 0; index < record.Values.Count; index++)
            found.Add(record.Values[index]);
        return new NormalizedRecord
        {
            Location = record.Location,
            Name = DisplayName.Of(record.Name),
            Nickname = NullIfEmpty(DisplayName.Tidy(record.Name.Nickname)),
            Organization = NullIfEmpty(DisplayName.Tidy(record.Organization)),
            Identifiers = found.Identifiers,
            Problems = found.Problems,
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
