using Beeper.Resolver.Importing;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>Some rows of an address book, ready to be written.</summary>
/// <param name="Records">The usable rows, normalised.</param>
/// <param name="Rejects">The others with their text.</param>
internal sealed record ImportedBatch(RecordBatch Records, IReadOnlyList<(RejectedRow Row, string? Text)> Rejects)
{
    public static ImportedBatch Of(AddressBookRow[] rows, RecordNormalizer normalizer)
    {
        var records = new List<NormalizedRecord>(rows.Length);
        var rejects = new List<(RejectedRow Row, string? Text)>();
        foreach (var row in rows)
        {
            if (row.Record is { } record)
                records.Add(normalizer.Normalize(record));
            else
                rejects.Add((row.Rejected!, row.Text));
        }
        return new ImportedBatch(new RecordBatch([.. records]), rejects);
    }
}
