using Beeper.Resolver.PhoneAgreement;
using BenchmarkDotNet.Attributes;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// The messy corpus by shape, 4,000 rows each (times are per number). A shape alone is easier to predict than the mix, so these do not add up to
/// <see cref="PhoneBenchmarks"/>.
/// </summary>
[Config(typeof(FasterThanBaseline))]
[MemoryDiagnoser]
[InProcess]
[WarmupCount(2)]
[IterationCount(5)]
[IterationTime(200)]
public class PhoneShapeBenchmarks
{
    private const int Rows = 4_000;
    private const int Drawn = 200_000;
    private const string Fallback = "fallback to libphonenumber";

    private PhoneColumn _column = new([]);

    [Params("E.164", "national", "international", "extension", "junk", Fallback)]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var rows = Shape == Fallback
            // More than nineteen digits, which do not fit into a packed result.
            ? [new PhoneRow("US", "+886 12345678901234567", Fallback)]
            : MessyCorpus.Make(Drawn).Where(row => row.Shape.StartsWith(Shape == "E.164" ? "e164" : Shape, StringComparison.Ordinal)).ToArray();
        _column = new PhoneColumn([.. Enumerable.Range(0, Rows).Select(index => rows[index % rows.Length])]);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public void Library() => _column.ReadWithLibrary(wellUsed: false);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void LibraryUsedWell() => _column.ReadWithLibrary(wellUsed: true);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Scalar() => _column.ReadScalar();

    [Benchmark(OperationsPerInvoke = Rows)]
    public void AllLayers() => _column.Read();

    [Benchmark(OperationsPerInvoke = Rows)]
    public int AllLayersWithText() => _column.ReadWithText();

    [Benchmark(OperationsPerInvoke = Rows)]
    public void AllLayersUtf8() => _column.ReadBytes(0, Rows);
}
