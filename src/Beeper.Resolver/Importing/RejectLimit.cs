using System.Globalization;

namespace Beeper.Resolver.Importing;

/// <summary>
/// How many rows of a file may be damaged before an import of it is given up: a number, or a share of all rows. A share always allows one row, so
/// that a short file with one bad row is still read. Rows that only hold nothing to resolve are not counted.
/// </summary>
/// <param name="Rows">The most damaged rows, or null for a share.</param>
/// <param name="Percent">The largest share in percent, 0 to 100; read when <paramref name="Rows"/> is null.</param>
public readonly record struct RejectLimit(int? Rows, double Percent)
{
    /// <summary>Five percent.</summary>
    public static RejectLimit Default { get; } = new(null, 5);

    /// <summary>The limit of a text such as <c>20</c> or <c>5%</c>.</summary>
    /// <exception cref="AddressBookException">It is neither.</exception>
    public static RejectLimit Parse(string text)
    {
        var trimmed = text.Trim();
        if (int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
            return new RejectLimit(rows, 0);
        if (trimmed.EndsWith('%') && double.TryParse(trimmed.AsSpan(0, trimmed.Length - 1).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
            return new RejectLimit(null, percent);
        throw new AddressBookException("LIMIT_UNKNOWN", $"\"{text}\" is no limit. Give a number of rows such as 20, or a share such as 5%.");
    }

    /// <summary>Whether so many damaged rows out of all rows are too many.</summary>
    public bool IsExceeded(int damaged, int rows) => damaged > (Rows ?? Math.Max(1, (int)(rows * Percent / 100)));

    /// <inheritdoc/>
    public override string ToString() => Rows is { } rows ? rows.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Percent}%");
}
