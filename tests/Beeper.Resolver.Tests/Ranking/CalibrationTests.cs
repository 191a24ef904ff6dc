using Beeper.Resolver.Ranking;
using CsCheck;

namespace Beeper.Resolver.Tests.Ranking;

public sealed class CalibrationTests
{
    [Fact]
    public void More_evidence_never_scores_lower() => Gen.Double[-30, 30].Array[2].Sample(static odds =>
    {
        var (low, high) = (Math.Min(odds[0], odds[1]), Math.Max(odds[0], odds[1]));
        Assert.True(Calibration.Default.Identifier.Rate(low) <= Calibration.Default.Identifier.Rate(high));
        Assert.True(Calibration.Default.Person.Rate(low) <= Calibration.Default.Person.Rate(high));
        Assert.InRange(Calibration.Default.Person.Score(low), 0, 100);
    });

    [Fact]
    public void A_curve_goes_straight_between_its_points_and_is_flat_beyond_them()
    {
        var curve = new CalibrationCurve([new(0, 0.2), new(4, 0.6)]);
        Assert.Equal([0.2, 0.2, 0.4, 0.6, 0.6], new[] { -9.0, 0, 2, 4, 9 }.Select(curve.Rate), static (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Without_points_the_rate_is_that_of_the_odds() => Assert.Equal(0.75, new CalibrationCurve([]).Rate(Math.Log2(3)), 9);

    [Fact]
    public void Points_that_fall_are_refused() => Assert.Throws<ArgumentException>(static () => new CalibrationCurve([new(0, 0.5), new(1, 0.4)]));

    [Fact]
    public void A_fit_rises_wherever_the_samples_fall()
    {
        var points = IsotonicFit.Of([(0, false), (1, true), (2, false), (3, true), (3, true)]);
        Assert.Equal([(0, 0), (1.5, 0.5), (3, 1)], points.Select(static point => (point.LogOdds, point.Rate)));
    }

    [Fact]
    public void A_block_never_has_fewer_samples_than_asked() =>
        Assert.Single(IsotonicFit.Of([(0, false), (1, true), (2, true)], fewest: 3));

    [Fact]
    public void A_fit_is_a_curve_whose_mean_rate_is_the_share_that_was_right() => Gen.Select(Gen.Int[-8, 8], Gen.Bool).Array[1, 60].Sample(static samples =>
    {
        var points = IsotonicFit.Of(samples.Select(static one => ((double)one.Item1, one.Item2)));
        var curve = new CalibrationCurve(points);
        Assert.InRange(samples.Average(one => curve.Rate(one.Item1)) - samples.Average(static one => one.Item2 ? 1.0 : 0), -0.5, 0.5);
        Assert.Equal(points, IsotonicFit.Of(samples.Reverse().Select(static one => ((double)one.Item1, one.Item2))));
    });
}
