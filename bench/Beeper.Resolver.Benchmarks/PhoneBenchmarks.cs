using Beeper.Resolver.PhoneAgreement;
using BenchmarkDotNet.Attributes;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// The messy corpus (times are per number): libphonenumber-csharp doing the same work, and used well, against the scalar layer and all layers.
/// Each method stores number and type of every row. The ratio is to the library doing the same work.
/// </summary>
[Config(typeof(FasterThanBaseline))]
[MemoryDiagnoser]
[InProcess]
[WarmupCount(3)]
[IterationCount(9)]
public class PhoneBenchmarks
{
    private const int Rows = 200_000;

    private PhoneColumn _all = new([]);

    [GlobalSetup]
    public void SetUp() => _all = new PhoneColumn(MessyCorpus.Make(Rows));

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows, Description = "libphonenumber-csharp: parse, E.164, valid, type")]
    public void Library() => _all.ReadWithLibrary(wellUsed: false);

    [Benchmark(OperationsPerInvoke = Rows, Description = "libphonenumber-csharp used well: valid taken from the type")]
    public void LibraryUsedWell() => _all.ReadWithLibrary(wellUsed: true);

    [Benchmark(OperationsPerInvoke = Rows, Description = "scalar layer alone")]
    public void Scalar() => _all.ReadScalar();

    [Benchmark(OperationsPerInvoke = Rows, Description = "all layers, string")]
    public void Strings() => _all.Read();

    [Benchmark(OperationsPerInvoke = Rows, Description = "all layers, string, E.164 text made")]
    public int StringsWithText() => _all.ReadWithText();

    [Benchmark(OperationsPerInvoke = Rows, Description = "all layers, UTF-8")]
    public void Bytes() => _all.ReadBytes(0, Rows);

    [Benchmark(OperationsPerInvoke = Rows, Description = "all layers, UTF-8, two threads")]
    public void BytesOnTwoThreads() => Parallel.Invoke(() => _all.ReadBytes(0, Rows / 2), () => _all.ReadBytes(Rows / 2, Rows));
}
