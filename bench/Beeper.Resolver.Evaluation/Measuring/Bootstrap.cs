namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>
/// A table of counts with one row per person. A measure is a function of the column sums; its interval comes from drawing the persons again
/// with replacement, because pairs and contacts of one person are not independent.
/// </summary>
internal sealed class Bootstrap(int persons, int columns)
{
    private const int Replicates = 400;

    private readonly double[] _counts = new double[persons * columns];
    private double[][]? _replicates;

    public void Add(int person, int column, double count) => _counts[(person * columns) + column] += count;

    public double[] Sums()
    {
        var sums = new double[columns];
        for (var index = 0; index < _counts.Length; index++)
            sums[index % columns] += _counts[index];
        return sums;
    }

    /// <summary>The measure and its 95 % interval.</summary>
    public Measure Measure(string name, Func<double[], double> of)
    {
        var values = Resampled().Select(of).Where(double.IsFinite).Order().ToArray();
        return values.Length == 0
            ? new Measure(name, of(Sums()), double.NaN, double.NaN)
            : new Measure(name, of(Sums()), values[(int)(values.Length * 0.025)], values[Math.Min(values.Length - 1, (int)(values.Length * 0.975))]);
    }

    private double[][] Resampled()
    {
        if (_replicates is not null)
            return _replicates;
        var random = new Random(7);
        _replicates = new double[Replicates][];
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var sums = new double[columns];
            for (var draw = 0; draw < persons; draw++)
            {
                var row = random.Next(persons) * columns;
                for (var column = 0; column < columns; column++)
                    sums[column] += _counts[row + column];
            }
            _replicates[replicate] = sums;
        }
        return _replicates;
    }
}
