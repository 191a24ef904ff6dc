using System.Diagnostics;
using System.Globalization;
using Beeper.Resolver.Normalization.Phones;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>What a fresh process needs for its first rows, with this library or with libphonenumber; run once per process.</summary>
internal static class ColdStart
{
    public static void Run(string way, string corpus, int count, TextWriter output)
    {
        var rows = PeerDriver.ReadCorpus(corpus);
        var watch = Stopwatch.StartNew();
        var first = TimeSpan.Zero;
        var numbers = 0;
        for (var index = 0; index < count; index++)
        {
            numbers += way == "library" ? WithLibrary(rows[index]) : PhoneNormalizer.Normalize(rows[index].Text, rows[index].Region).IsValid ? 1 : 0;
            if (index == 0)
                first = watch.Elapsed;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way}\t{count}\t{first.TotalMilliseconds:F1}\t{watch.Elapsed.TotalMilliseconds:F1}\t{numbers}"));
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
