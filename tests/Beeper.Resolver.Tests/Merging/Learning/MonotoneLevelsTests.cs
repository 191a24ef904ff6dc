using Beeper.Resolver.Merging.Learning;
using CsCheck;

namespace Beeper.Resolver.Tests.Merging.Learning;

public sealed class MonotoneLevelsTests
{
    [Fact]
    public void Closer_agreement_never_says_less()
    {
        var shares = Gen.Double[0.001, 1].Array[LinkageModel.Levels];
        Gen.Select(shares, shares).Sample((same, different) =>
        {
            MonotoneLevels.Apply(same, different);
            for (var level = 2; level < same.Length; level++)
                Assert.True(same[level] / different[level] >= (same[level - 1] / different[level - 1]) - 1e-9);
        });
    }

    [Fact]
    public void Levels_in_order_stay_as_they_are()
    {
        double[] same = [0, 0.1, 0.2, 0.3, 0.4];
        MonotoneLevels.Apply(same, [0, 0.4, 0.3, 0.2, 0.1]);
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4], same.Select(static share => Math.Round(share, 9)));
    }
}
