using System.Text;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>A CSV reader that knows nothing but quotes, commas and line ends.</summary>
internal static class Csv
{
    public static IEnumerable<string> Cells(string csv)
    {
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var c in csv)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or '\n')
            {
                yield return cell.ToString().TrimEnd('\r');
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }
    }
}
