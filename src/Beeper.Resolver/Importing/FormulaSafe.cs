namespace Beeper.Resolver.Importing;

/// <summary>
/// CSV cells that a spreadsheet would take for a formula get an apostrophe in front, which the importer takes off again (after OWASP's list for
/// CSV injection, with full-width signs and leading blanks besides). A phone number of plus and digits stays as it is: it computes nothing,
/// and an apostrophe would damage it.
/// </summary>
public static class FormulaSafe
{
    private const string Signs = "=+-@\t\r\n\0＝＋－＠";

    /// <summary>The cell as it may be written.</summary>
    public static string Escape(string cell)
    {
        var start = cell.AsSpan().TrimStart(' ');
        return start.IsEmpty || !Signs.Contains(start[0], StringComparison.Ordinal) || IsPhone(cell) ? cell : $"'{cell}";
    }

    /// <summary>The cell as it was before <see cref="Escape"/>.</summary>
    public static string Unescape(string cell) =>
        cell is ['\'', ..] && Escape(cell[1..]).Length == cell.Length ? cell[1..] : cell;

    private static bool IsPhone(string cell) => cell is ['+', _, ..] && !cell.AsSpan(1).ContainsAnyExceptInRange('0', '9');
}
