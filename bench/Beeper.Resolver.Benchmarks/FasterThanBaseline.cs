using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;

namespace Beeper.Resolver.Benchmarks;

/// <summary>Says in the ratio column how many times faster than the baseline a method is, where 0.02 would say too little.</summary>
internal sealed class FasterThanBaseline : ManualConfig
{
    public FasterThanBaseline() => SummaryStyle = SummaryStyle.Default.WithRatioStyle(RatioStyle.Trend);
}
