using System.Diagnostics;
using System.Globalization;
using Beeper.Resolver.Normalization.Phones;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>
/// A small program that reads phone numbers from a file, one a line, and writes E.164 form, validity and type: with this library or with
/// libphonenumber. Run once per process by <c>bench/cold-start/run</c>.
/// </summary>
internal static class ColdStart
{
    private const string Region = "US";

    /// <summary>Reads the first lines; says last how long it took until the tables or the library were there, in milliseconds of time and of CPU time.</summary>
    public static void Run(string way, string path, int count, Stream output, TextWriter notes)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var ready = way == "library" ? PhoneNumberUtil.GetInstance() is not null : PhoneNormalizer.HasTables;
        var loaded = watch.Elapsed;
        var loadedCpu = Environment.CpuUsage.TotalTime - cpu;
        using var buffered = new StreamWriter(output);
        foreach (var line in File.ReadLines(path).Take(count))
            buffered.WriteLine(way == "library" ? WithLibrary(line) : WithTables(line));
        notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way}\t{ready}\t{loaded.TotalMilliseconds:F1}\t{loadedCpu.TotalMilliseconds:F1}"));
    }

    private static string WithTables(string text)
    {
        var phone = PhoneNormalizer.Normalize(text, Region);
        return $"{phone.E164}\t{phone.IsValid}\t{(int)phone.Type}";
    }

    private static string WithLibrary(string text)
    {
        var library = PhoneNumberUtil.GetInstance();
        try
        {
            var number = library.Parse(text, Region);
            return $"{library.Format(number, PhoneNumberFormat.E164)}\t{library.IsValidNumber(number)}\t{(int)library.GetNumberType(number)}";
        }
        catch (NumberParseException)
        {
            return "\tFalse\t0";
        }
    }
}
