using System.Diagnostics;
using System.Globalization;
using Beeper.Resolver.Normalization.Phones;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>What a fresh process needs for its first rows, with this library or with libphonenumber; run once per process.</summary>
internal static class ColdStart
{
    /// <summary>Prints way, rows, milliseconds until the tables or the library are there, until the rows are read, the latter in CPU time, and the valid numbers.</summary>
    public static void Run(string way, string corpus, int count, TextWriter output)
    {
        var rows = PeerDriver.ReadCorpus(corpus);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var ready = way == "library" ? PhoneNumberUtil.GetInstance() is not null : PhoneNormalizer.HasTables;
        var loaded = watch.Elapsed;
        var loadedCpu = Environment.CpuUsage.TotalTime - cpu;
        var valid = 0;
        for (var index = 0; index < count; index++)
            valid += way == "library" ? WithLibrary(rows[index]) : PhoneNormalizer.Normalize(rows[index].Text, rows[index].Region).IsValid ? 1 : 0;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{way}\t{count}\t{ready}\t{loaded.TotalMilliseconds:F1}\t{loadedCpu.TotalMilliseconds:F1}\t{watch.Elapsed.TotalMilliseconds:F1}\t{(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:F1}\t{valid}"));
    }

    private static int WithLibrary(PhoneRow row)
    {
        var library = PhoneNumberUtil.GetInstance();
        try
        {
            var number = library.Parse(row.Text, row.Region);
            _ = library.Format(number, PhoneNumberFormat.E164);
            _ = library.GetNumberType(number);
            return library.IsValidNumber(number) ? 1 : 0;
        }
        catch (NumberParseException)
        {
            return 0;
        }
    }
}
