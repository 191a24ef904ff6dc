using System.Text;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>A CSV reader that knows nothing but quotes, commas and line ends.</summary>
internal static class Csv
{
    public static IEnumerable<string> Cells(string csv)
    {
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"')
            {
                if (isQuoted && i + 1 < csv.Length && csv[i + 1] == '"')
                    cell.Append(csv[++i]);
                else
                    isQuoted = !isQuoted;
            }
            else if (!isQuoted && (csv[i] is ',' or '\n'))
            {
                yield return cell.ToString().TrimEnd('\r');
                cell.Clear();
            }
            else
            {
                cell.Append(csv[i]);
            }
        }
    }
}
