using Beeper.Resolver.Normalization;
using BenchmarkDotNet.Attributes;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// Whole records: two phones, one e-mail, one name (2 % of the e-mails and phones are none, 30 % of the phones have no country code). Times are per
/// record; without phones shows what is left when the phones are taken out.
/// </summary>
[MemoryDiagnoser]
public class RecordNormalizationBenchmarks
{
    private const int Count = 10_000;

    private readonly RecordNormalizer _normalizer = new(new NormalizationOptions { DefaultRegion = "US" });
    private SourceRecord[] _records = [];
    private SourceRecord[] _withoutPhones = [];

    [GlobalSetup]
    public void Setup()
    {
        _records = SampleIdentities.Records(Count);
        _withoutPhones = Array.ConvertAll(_records, static record => record with { Values = [.. record.Values.Where(static value => value.Kind != SourceValueKind.Phone)] });
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int OneThread()
    {
        var found = 0;
        foreach (var record in _records)
            found += _normalizer.Normalize(record).Identifiers.Count;
        return found;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int TwoThreads()
    {
        var found = 0;
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, half =>
        {
            var sum = 0;
            for (var index = half; index < _records.Length; index += 2)
                sum += _normalizer.Normalize(_records[index]).Identifiers.Count;
            Interlocked.Add(ref found, sum);
        });
        return found;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int WithoutPhones()
    {
        var found = 0;
        foreach (var record in _withoutPhones)
            found += _normalizer.Normalize(record).Identifiers.Count;
        return found;
    }
}
