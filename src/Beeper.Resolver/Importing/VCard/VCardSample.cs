using System.Text;
using Beeper.Resolver.Importing.Values;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>What the first cards of a file tell about all of them.</summary>
/// <param name="Version">The version of the first card, or null.</param>
/// <param name="Region">The region that most numbers with a country code have, or null.</param>
internal sealed record VCardSample(string? Version, string? Region)
{
    private const int Size = 1 << 20;

    /// <summary>Reads the start of a text, which is not disposed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="unmarked">The encoding of bytes that are not UTF-8 and name none.</param>
    public static VCardSample Of(Stream text, AddressBookOptions options, Encoding unmarked)
    {
        var head = new byte[Size];
        var read = text.ReadAtLeast(head, Size, throwOnEndOfStream: false);
        using var rows = new VCardRows(new VCardLines(new MemoryStream(head, 0, read), options.MaxRecordSize), "", "", options, unmarked);
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
