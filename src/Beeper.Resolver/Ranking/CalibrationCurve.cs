namespace Beeper.Resolver.Ranking;

/// <summary>
/// From summed evidence to a rate: straight lines between the points of an isotonic fit, flat beyond its ends, so that more evidence never
/// scores lower. Without points the rate is that of the odds themselves.
/// </summary>
public sealed class CalibrationCurve
{
    private readonly double[] _at;
    private readonly double[] _rates;

    /// <summary>Makes a curve.</summary>
    /// <param name="points">The points, rising in log odds and not falling in rate.</param>
    /// <exception cref="ArgumentException">The points are not in order.</exception>
    public CalibrationCurve(IReadOnlyList<CalibrationPoint> points)
    {
        for (var index = 1; index < points.Count; index++)
        {
            if (points[index].LogOdds <= points[index - 1].LogOdds || points[index].Rate < points[index - 1].Rate)
                throw new ArgumentException("The points of a calibration curve must rise.", nameof(points));
        }
        _at = [.. points.Select(static point => point.LogOdds)];
        _rates = [.. points.Select(static point => point.Rate)];
    }

    /// <summary>The rate, 0 to 1.</summary>
    public double Rate(double logOdds)
    {
        if (_at.Length == 0)
            return 1 / (1 + Math.Pow(2, -logOdds));
        if (logOdds <= _at[0])
            return _rates[0];
        if (logOdds >= _at[^1])
            return _rates[^1];
        var index = Array.BinarySearch(_at, logOdds);
        if (index >= 0)
            return _rates[index];
        var above = ~index;
        var share = (logOdds - _at[above - 1]) / (_at[above] - _at[above - 1]);
        return _rates[above - 1] + (share * (_rates[above] - _rates[above - 1]));
    }

    /// <summary>The rate as a score: 0 to 100, two decimals.</summary>
    public double Score(double logOdds) => Math.Round(100 * Rate(logOdds), 2);
}
