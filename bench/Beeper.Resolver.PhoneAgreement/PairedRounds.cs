using System.Diagnostics;
using System.Globalization;
using Beeper.Resolver.Normalization.Phones;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>
/// Measures the layers and libphonenumber in one process, in turn, round after round, and compares within each round: on a machine whose
/// speed wanders, ratios hold where rates do not.
/// </summary>
internal sealed class PairedRounds(PhoneCore core, PhoneNumberUtil library, PhoneRow[] given)
{
    private const int WarmUpRounds = 3;

    // Copied one after the other, so that the texts lie in memory as they do after reading a file and not as the generator left them.
    private readonly string[] _texts = [.. given.Select(static row => new string(row.Text.AsSpan()))];
    private readonly string[] _regionNames = [.. given.Select(static row => row.Region)];

    private readonly Utf8Column _column = new(given);
    private readonly PhoneRegion[] _regions = [.. given.Select(static row => PhoneRegion.Of(row.Region))];
    private readonly ulong[] _numbers = new ulong[given.Length];
    private readonly byte[] _types = new byte[given.Length];
    private long _sink;

    /// <summary>Runs all ways in turn and prints a table.</summary>
    public void Run(int rounds, TextWriter report)
    {
        SpeedRow[] ways =
        [
            new("libphonenumber-csharp: parse, E.164, valid, type", 1, Library),
            new("libphonenumber-csharp used well: valid taken from the type", 1, LibraryUsedWell),
            new("scalar layer alone", 10, Scalar),
            new("scalar layer alone, E.164 text made", 10, ScalarWithText),
            new("all layers, string", 10, Strings),
            new("all layers, string, E.164 text made", 10, StringsWithText),
            new("all layers, UTF-8", 10, Bytes),
            new("all layers, string, two threads", 10, Strings) { Threads = 2 },
            new("all layers, UTF-8, two threads", 10, Bytes) { Threads = 2 },
            new("libphonenumber-csharp, two threads", 1, Library) { Threads = 2 },
        ];
        var rates = ways.Select(static _ => new List<double>()).ToArray();
        var cpuRates = ways.Select(static _ => new List<double>()).ToArray();
        var allocated = new double[ways.Length];
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            for (var index = 0; index < ways.Length; index++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var rate = Rate(ways[index], out var cpuRate);
                allocated[index] = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)ways[index].Repeats / _texts.Length;
                if (round < 0)
                    continue;
                rates[index].Add(rate);
                cpuRates[index].Add(cpuRate);
            }
        }
        report.WriteLine("| way | numbers/s, median | best | ns | x libphonenumber | x used well | by CPU time: ns | x libphonenumber | x used well | B per number |");
        report.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (var index = 0; index < ways.Length; index++)
        {
            report.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {ways[index].Name} | {Median(rates[index]):N0} | {rates[index].Max():N0} | {1e9 / Median(rates[index]):N1} | {Ratio(rates[index], rates[0]):N1} | {Ratio(rates[index], rates[1]):N1} | {1e9 / Median(cpuRates[index]):N1} | {Ratio(cpuRates[index], cpuRates[0]):N1} | {Ratio(cpuRates[index], cpuRates[1]):N1} | {allocated[index]:N1} |"));
        }
        report.WriteLine();
        foreach (var (name, one, two) in new[] { ("string", "all layers, string", "all layers, string, two threads"), ("UTF-8", "all layers, UTF-8", "all layers, UTF-8, two threads"), ("libphonenumber-csharp", ways[0].Name, "libphonenumber-csharp, two threads") })
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Two threads against one, {name}: {Ratio(rates[IndexOf(ways, two)], rates[IndexOf(ways, one)]):N2} times the numbers."));
    }

    /// <summary>One line for rows of some shapes, by CPU time.</summary>
    public string Summary(string name, int rounds)
    {
        SpeedRow[] ways = [new("library", 1, Library), new("library used well", 1, LibraryUsedWell), new("scalar", 20, Scalar), new("all", 20, Strings), new("all, with text", 20, StringsWithText)];
        var rates = ways.Select(static _ => new List<double>()).ToArray();
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            for (var index = 0; index < ways.Length; index++)
            {
                _ = Rate(ways[index], out var cpuRate);
                if (round >= 0)
                    rates[index].Add(cpuRate);
            }
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {_texts.Length:N0} | {1e9 / Median(rates[0]):N0} | {1e9 / Median(rates[1]):N0} | {1e9 / Median(rates[2]):N1} | {1e9 / Median(rates[3]):N1} | {1e9 / Median(rates[4]):N1} | {Ratio(rates[2], rates[0]):N0} | {Ratio(rates[3], rates[0]):N0} | {Ratio(rates[3], rates[1]):N0} | {Ratio(rates[4], rates[0]):N0} |");
    }

    // The time the process was given counts apart from the time that passed: on a shared machine only the first is the program's own.
    private double Rate(SpeedRow way, out double cpuRate)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        _sink += way.Run(_texts.Length);
        var read = _texts.Length * (double)way.Repeats;
        var rate = read / watch.Elapsed.TotalSeconds;
        cpuRate = read / (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        return rate;
    }

    private long Library(int from, int to)
    {
        var sum = 0L;
        for (var index = from; index < to; index++)
        {
            try
            {
                var number = library.Parse(_texts[index], _regionNames[index]);
                sum += library.Format(number, PhoneNumberFormat.E164).Length;
                sum += library.IsValidNumber(number) ? 1 : 0;
                sum += (int)library.GetNumberType(number);
            }
            catch (NumberParseException)
            {
                sum++;
            }
        }
        return sum;
    }

    private long LibraryUsedWell(int from, int to)
    {
        var sum = 0L;
        for (var index = from; index < to; index++)
        {
            try
            {
                var number = library.Parse(_texts[index], _regionNames[index]);
                sum += library.Format(number, PhoneNumberFormat.E164).Length;
                var type = library.GetNumberType(number);
                sum += type != PhoneNumberType.UNKNOWN ? 1 : 0;
                sum += (int)type;
            }
            catch (NumberParseException)
            {
                sum++;
            }
        }
        return sum;
    }

    private long Scalar(int from, int to)
    {
        for (var index = from; index < to; index++)
            Keep(index, core.ReadScalar(_texts[index], _regions[index]));
        return (long)_numbers[from];
    }

    private long Strings(int from, int to)
    {
        for (var index = from; index < to; index++)
            Keep(index, core.Read(_texts[index], _regions[index]));
        return (long)_numbers[from];
    }

    private long ScalarWithText(int from, int to)
    {
        var sum = 0L;
        for (var index = from; index < to; index++)
        {
            var result = core.ReadScalar(_texts[index], _regions[index]);
            Keep(index, result);
            sum += result.E164?.Length ?? 0;
        }
        return sum;
    }

    private long StringsWithText(int from, int to)
    {
        var sum = 0L;
        for (var index = from; index < to; index++)
        {
            var result = core.Read(_texts[index], _regions[index]);
            Keep(index, result);
            sum += result.E164?.Length ?? 0;
        }
        return sum;
    }

    private long Bytes(int from, int to)
    {
        for (var index = from; index < to; index++)
            Keep(index, core.ReadBytes(_column[index], _regions[index]));
        return (long)_numbers[from];
    }

    private void Keep(int index, in PhoneResult result)
    {
        _numbers[index] = result.Packed;
        _types[index] = (byte)result.Type;
    }

    private static int IndexOf(SpeedRow[] ways, string name) => Array.FindIndex(ways, way => way.Name == name);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static double Ratio(List<double> rates, List<double> baseline) => Median(rates.Zip(baseline, static (rate, other) => rate / other));
}
