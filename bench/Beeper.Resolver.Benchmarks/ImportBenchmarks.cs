using Beeper.Resolver.Importing;
using BenchmarkDotNet.Attributes;
using CsvHelper;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// Reading a Google export: columns understood, labels, values split and mended, regions found; no normalisation. The baseline is CsvHelper alone,
/// looking at the same cells as spans, which is as little as a reader of the file can do.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ImportBenchmarks
{
    private string _path = "";

    /// <summary>Rows of the file.</summary>
    [Params(100_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void WriteFile()
    {
        _path = Path.Combine(Path.GetTempPath(), $"beeper-resolver-bench-{Rows}.csv");
        GoogleContactsFile.Write(_path, Rows);
    }

    [GlobalCleanup]
    public void DeleteFile() => File.Delete(_path);

    [Benchmark(Baseline = true)]
    public long CsvHelperSpans()
    {
        using var csv = CsvReader.Create(File.OpenRead(_path), new CsvReaderOptions { HasHeader = false, Separator = ',' });
        var bytes = 0L;
        while (csv.Read())
        {
            foreach (var column in GoogleContactsFile.ReadColumns)
                bytes += csv.GetSpan(column).Length;
        }
        return bytes;
    }

    [Benchmark]
    public int AddressBookRows()
    {
        using var book = AddressBook.Open(_path);
        return book.ReadRows().Count(static row => row.Record is not null);
    }
}
