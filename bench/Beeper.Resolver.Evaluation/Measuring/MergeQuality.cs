using Beeper.Resolver.Evaluation.Generating;

namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>
/// How well groups of rows are people: over pairs of rows, over rows (B-cubed), and over groups. A pair of rows that nobody could tell
/// apart, same name and a shared value, is left out of the pair counts and counted apart.
/// </summary>
internal sealed class MergeQuality
{
    private const int Right = 0;
    private const int Wrong = 1;
    private const int Missed = 2;
    private const int Precision = 3;
    private const int Recall = 4;
    private const int Rows = 5;
    private const int Mixed = 6;
    private const int Merged = 7;

    private readonly Bootstrap _counts;

    public MergeQuality(World world, IEnumerable<IReadOnlyList<SourceLocation>> groups)
    {
        _counts = new Bootstrap(world.People.Count, 8);
        var rowsOf = new int[world.People.Count];
        foreach (var row in world.Books.SelectMany(static book => book))
            rowsOf[row.PersonId]++;
        var together = new long[world.People.Count];
        foreach (var group in groups)
            Count(world, group, rowsOf, together);
        for (var person = 0; person < rowsOf.Length; person++)
            _counts.Add(person, Missed, Pairs(rowsOf[person]) - together[person]);
    }

    /// <summary>The largest group in rows.</summary>
    public int Biggest { get; private set; }

    /// <summary>The groups with rows of more than one person.</summary>
    public int MixedGroups { get; private set; }

    /// <summary>Mixed groups all of whose wrong pairs nobody could have told apart.</summary>
    public int UndecidableGroups { get; private set; }

    public IReadOnlyList<Measure> Measures =>
    [
        _counts.Measure("pair precision", static sums => sums[Right] / (sums[Right] + sums[Wrong])),
        _counts.Measure("pair recall", static sums => sums[Right] / (sums[Right] + sums[Missed])),
        _counts.Measure("pair F1", static sums => 2 * sums[Right] / ((2 * sums[Right]) + sums[Wrong] + sums[Missed])),
        _counts.Measure("B³ precision", static sums => sums[Precision] / sums[Rows]),
        _counts.Measure("B³ recall", static sums => sums[Recall] / sums[Rows]),
        _counts.Measure("B³ F1", static sums => 2 * sums[Precision] * sums[Recall] / (sums[Rows] * (sums[Precision] + sums[Recall]))),
        _counts.Measure("merged groups that are mixed", static sums => sums[Mixed] / sums[Merged]),
    ];

    private void Count(World world, IReadOnlyList<SourceLocation> group, int[] rowsOf, long[] together)
    {
        Biggest = Math.Max(Biggest, group.Count);
        var rows = group.Select(world.RowOf).ToList();
        var persons = rows.GroupBy(static row => row.PersonId).ToDictionary(static same => same.Key, static same => same.Count());
        foreach (var (person, count) in persons)
        {
            together[person] += Pairs(count);
            _counts.Add(person, Right, Pairs(count));
            _counts.Add(person, Precision, (double)count * count / group.Count);
            _counts.Add(person, Recall, (double)count * count / rowsOf[person]);
            _counts.Add(person, Rows, count);
            if (group.Count > 1)
                _counts.Add(person, Merged, 1.0 / persons.Count);
        }
        if (persons.Count > 1)
            CountMixed(rows, persons);
    }

    private void CountMixed(List<BookRow> rows, Dictionary<int, int> persons)
    {
        MixedGroups++;
        var decidable = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = i + 1; j < rows.Count; j++)
            {
                if (rows[i].PersonId == rows[j].PersonId || Undecidable.Is(rows[i], rows[j]))
                    continue;
                decidable++;
                _counts.Add(rows[i].PersonId, Wrong, 0.5);
                _counts.Add(rows[j].PersonId, Wrong, 0.5);
            }
        }
        if (decidable == 0)
            UndecidableGroups++;
        foreach (var person in persons.Keys)
            _counts.Add(person, Mixed, decidable == 0 ? 0 : 1.0 / persons.Count);
    }

    private static long Pairs(long count) => count * (count - 1) / 2;
}
