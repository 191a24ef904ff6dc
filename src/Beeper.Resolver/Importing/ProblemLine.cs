using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Importing;

/// <summary>One problem as a line that editors can jump to: <c>file:line:column (header) CODE: text</c>.</summary>
public static class ProblemLine
{
    private const int LongestValue = 40;

    /// <summary>The line.</summary>
    /// <param name="location">Where the row stands.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="layout">The file's layout, for the number of a column that the problem names by its header only; or null.</param>
    /// <param name="redact">Whether to leave out the offending text, which is personal.</param>
    public static string Of(SourceLocation location, RecordProblem problem, AddressBookLayout? layout = null, bool redact = false)
    {
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{location.Source}:{location.Line}");
        var field = problem.Field > 0 ? problem.Field : (layout?.Columns.FirstOrDefault(column => problem.Column is not null && column.Header == problem.Column)?.Index ?? -1) + 1;
        if (field > 0)
            line.Append(CultureInfo.InvariantCulture, $":{field}");
        if (problem.Column is not null)
            line.Append(CultureInfo.InvariantCulture, $" ({Safe(problem.Column)})");
        line.Append(CultureInfo.InvariantCulture, $" {problem.Code}: ");
        return redact || string.IsNullOrEmpty(problem.Raw)
            ? line.Append(ProblemText.Of(problem.Code)).ToString()
            : line.Append(CultureInfo.InvariantCulture, $"\"{Safe(problem.Raw)}\" ({ProblemText.Of(problem.Code)})").ToString();
    }

    // Control characters could move the cursor, and marks of direction reorder what stands around them.
    private static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (safe.Length >= LongestValue)
                return safe.Append('…').ToString();
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                safe.Append('·');
            else
                safe.Append(rune.ToString());
        }
        return safe.ToString();
    }
}
