using Beeper.Resolver.Normalization;
using BenchmarkDotNet.Attributes;
using FuzzySharp;
using FuzzySharp.PreProcess;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// Folding 10,000 names of many scripts, and comparing 10,000 pairs that share a key as merging meets them: the same, swapped, short forms, strangers. The baseline is
/// FuzzySharp's TokenSortRatio on the same folded words, which gives a similarity and no decision. Times are per name or pair.
/// </summary>
[MemoryDiagnoser]
public class NameBenchmarks
{
    private const int Count = 10_000;

    private string[] _names = [];
    private string[] _latin = [];
    private (FoldedName Left, FoldedName Right)[] _pairs = [];
    private (string Left, string Right)[] _texts = [];

    [GlobalSetup]
    public void Setup()
    {
        _names = SampleIdentities.Names(Count, mixed: true);
        _latin = SampleIdentities.Names(Count, mixed: false);
        _texts = SampleIdentities.NamePairs(Count);
        _pairs = Array.ConvertAll(_texts, static pair => (NameFolder.Fold(pair.Left), NameFolder.Fold(pair.Right)));
        _texts = Array.ConvertAll(_pairs, static pair => (Text(pair.Left), Text(pair.Right)));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int FuzzySharpTokenSort()
    {
        var sum = 0;
        foreach (var (left, right) in _texts)
            sum += Fuzz.TokenSortRatio(left, right, PreprocessMode.None);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Compare()
    {
        var sum = 0;
        foreach (var (left, right) in _pairs)
            sum += (int)NameComparer.Compare(left, right);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int FoldAscii() => Fold(_latin);

    [Benchmark(OperationsPerInvoke = Count)]
    public int FoldMixed() => Fold(_names);

    private static int Fold(string[] names)
    {
        var words = 0;
        foreach (var name in names)
            words += NameFolder.Fold(name).Tokens.Count;
        return words;
    }

    private static string Text(FoldedName name) => string.Join(' ', name.Tokens.Select(static token => token.Form));
}
