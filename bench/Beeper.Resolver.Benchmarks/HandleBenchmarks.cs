using System.Text.RegularExpressions;
using Beeper.Resolver.Normalization;
using BenchmarkDotNet.Attributes;

namespace Beeper.Resolver.Benchmarks;

/// <summary>10,000 handle cells and 10,000 web addresses per call. The baseline checks a handle with a compiled pattern of its network. Times are per value.</summary>
[MemoryDiagnoser]
public partial class HandleBenchmarks
{
    private const int Count = 10_000;

    private (string Text, string Network)[] _handles = [];
    private string[] _addresses = [];

    [GlobalSetup]
    public void Setup()
    {
        _handles = SampleIdentities.Handles(Count);
        _addresses = SampleIdentities.Addresses(Count);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Pattern()
    {
        var taken = 0;
        foreach (var (text, network) in _handles)
        {
            var pattern = network switch { "telegram" => Telegram(), "instagram" => Instagram(), _ => Twitter() };
            taken += pattern.IsMatch(text) ? text.Trim().TrimStart('@').ToLowerInvariant().Length : 0;
        }
        return taken;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Normalize()
    {
        var taken = 0;
        foreach (var (text, network) in _handles)
            taken += UsernameNormalizer.Normalize(text, network) is { } found ? found.Value.Length : 0;
        return taken;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int ParseAddress()
    {
        var taken = 0;
        foreach (var text in _addresses)
            taken += ProfileUrl.Parse(text) is { } found ? found.Value.Length : 0;
        return taken;
    }

    [GeneratedRegex("^\\s*@?[A-Za-z](?!.*__)[A-Za-z0-9_]{3,30}[A-Za-z0-9]\\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telegram();

    [GeneratedRegex("^\\s*@?[A-Za-z0-9._]{1,30}\\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Instagram();

    [GeneratedRegex("^\\s*@?[A-Za-z0-9_]{1,15}\\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Twitter();
}
