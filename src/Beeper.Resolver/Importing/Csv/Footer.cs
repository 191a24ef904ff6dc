using System.Collections.Frozen;
using System.Text;
using Beeper.Resolver.Importing.Headers;
using CsvHelper;

namespace Beeper.Resolver.Importing.Csv;

/// <summary>A row of one filled cell, which may be the first of a table's footer.</summary>
/// <param name="Row">The row.</param>
/// <param name="IsFooter">Whether it cannot be a contact's: it counts, claims rights, or stands alone behind a blank row.</param>
internal readonly record struct Footer(AddressBookRow Row, bool IsFooter)
{
    private static readonly FrozenSet<string> Words = "total totals totale totaux subtotal records copyright confidential confidentiel generated exported gesamt summe insgesamt totaal итого всего razem celkem suma".Split(' ').ToFrozenSet();

    /// <summary>The row as a footer, or null when it has more than one filled cell or holds something to resolve.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cells">The cells it was read from.</param>
    /// <param name="behindBlank">Whether a blank row stands before it.</param>
    public static Footer? Of(AddressBookRow row, CsvReader cells, bool behindBlank)
    {
        if (row.Record is { Values.Count: > 0 } || row.Rejected is { } rejected && ImportTally.IsDamaged(rejected))
            return null;
        var filled = -1;
        for (var index = 0; index < cells.FieldCount; index++)
        {
            if (cells.IsEmpty(index))
                continue;
            if (filled >= 0)
                return null;
            filled = index;
        }
        if (filled < 0)
            return null;
        var text = Encoding.UTF8.GetString(cells.GetSpan(filled)).Trim();
        var isShort = cells.FieldCount == 1;
        return new Footer(row, text.Contains('©', StringComparison.Ordinal) || HeaderFold.Words(text).Exists(Words.Contains) || (isShort && !CellShape.IsValue(text) && (behindBlank || !CellShape.IsName(text))));
    }
}
