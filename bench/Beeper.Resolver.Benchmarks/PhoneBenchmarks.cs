using Beeper.Resolver.Normalization.Phones;
using Beeper.Resolver.Normalization.Phones.Tables;
using Beeper.Resolver.PhoneAgreement;
using BenchmarkDotNet.Attributes;
using PhoneNumbers;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// The messy corpus of 200,000 rows (times are per number): libphonenumber-csharp doing the same work, and used well, against the scalar layer
/// and all layers. Each method stores number and type of every row.
/// </summary>
[MemoryDiagnoser]
[InProcess]
[WarmupCount(3)]
[IterationCount(9)]
public class PhoneBenchmarks
{
    private const int Rows = 200_000;

    private readonly ulong[] _numbers = new ulong[Rows];
    private readonly byte[] _types = new byte[Rows];
    private PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();
    private PhoneCore _core = new(null, PhoneNumberUtil.GetInstance);
    private PhoneRow[] _rows = [];
    private PhoneRegion[] _regions = [];
    private Utf8Column _column = new([]);

    [GlobalSetup]
    public void SetUp()
    {
        _library = PhoneNumberUtil.GetInstance();
        _core = new PhoneCore(EmbeddedPhoneTables.Load(), () => _library);
        // Copied one after the other, so that the texts lie in memory as they do after reading a file.
        _rows = [.. MessyCorpus.Make(Rows).Select(static row => row with { Text = new string(row.Text.AsSpan()) })];
        _regions = [.. _rows.Select(static row => PhoneRegion.Of(row.Region))];
        _column = new Utf8Column(_rows);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows, Description = "libphonenumber-csharp: parse, E.164, valid, type")]
    public void Library()
    {
        for (var index = 0; index < Rows; index++)
        {
            try
            {
                var number = _library.Parse(_rows[index].Text, _rows[index].Region);
                _numbers[index] = (ulong)_library.Format(number, PhoneNumberFormat.E164).Length + (_library.IsValidNumber(number) ? 1ul : 0);
                _types[index] = (byte)_library.GetNumberType(number);
            }
            catch (NumberParseException)
            {
                _numbers[index] = 0;
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Rows, Description = "libphonenumber-csharp used well: valid taken from the type")]
    public void LibraryUsedWell()
    {
        for (var index = 0; index < Rows; index++)
        {
            try
            {
                var number = _library.Parse(_rows[index].Text, _rows[index].Region);
                _numbers[index] = (ulong)_library.Format(number, PhoneNumberFormat.E164).Length;
                _types[index] = (byte)_library.GetNumberType(number);
            }
            catch (NumberParseException)
            {
                _numbers[index] = 0;
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Rows, Description = "scalar layer")]
    public void Scalar()
    {
        for (var index = 0; index < Rows; index++)
            Keep(index, _core.ReadScalar(_rows[index].Text, _regions[index]));
    }

    [Benchmark(OperationsPerInvoke = Rows, Description = "all layers, string")]
    public void Strings()
    {
        for (var index = 0; index < Rows; index++)
            Keep(index, _core.Read(_rows[index].Text, _regions[index]));
    }

    [Benchmark(OperationsPerInvoke = Rows, Description = "all layers, string, E.164 text made")]
    public int StringsWithText()
    {
        var length = 0;
        for (var index = 0; index < Rows; index++)
        {
            var phone = _core.Read(_rows[index].Text, _regions[index]);
            Keep(index, phone);
            length += phone.E164?.Length ?? 0;
        }
        return length;
    }

    [Benchmark(OperationsPerInvoke = Rows, Description = "all layers, UTF-8")]
    public void Bytes() => BytesBetween(0, Rows);

    [Benchmark(OperationsPerInvoke = Rows, Description = "all layers, UTF-8, two threads")]
    public void BytesOnTwoThreads() => Parallel.Invoke(() => BytesBetween(0, Rows / 2), () => BytesBetween(Rows / 2, Rows));

    private void BytesBetween(int from, int to)
    {
        for (var index = from; index < to; index++)
            Keep(index, _core.ReadBytes(_column[index], _regions[index]));
    }

    private void Keep(int index, PhoneResult result)
    {
        _numbers[index] = result.Packed;
        _types[index] = (byte)result.Type;
    }
}
