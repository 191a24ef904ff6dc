using Beeper.Resolver.Importing.Values;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>What the first cards of a file tell about all of them.</summary>
/// <param name="Version">The version of the first card, or null.</param>
/// <param name="Region">The region that most numbers with a country code have, or null.</param>
internal sealed record VCardSample(string? Version, string? Region)
{
    private const int Size = 1 << 20;

    /// <summary>Reads the start of a text, which is not disposed.</summary>
    public static VCardSample Of(Stream text, AddressBookOptions options)
    {
        var head = new byte[Size];
        var read = text.ReadAtLeast(head, Size, throwOnEndOfStream: false);
        using var rows = new VCardRows(new VCardLines(new MemoryStream(head, 0, read), options.MaxRecordSize), "", "", options);
        var regions = new RegionCount();
        foreach (var row in rows.Rows())
        {
            foreach (var value in row.Record?.Values ?? [])
            {
                if (value.Kind == SourceValueKind.Phone)
                    regions.Add(value.Text);
            }
        }
        return new VCardSample(rows.Version, regions.Majority);
    }
}
