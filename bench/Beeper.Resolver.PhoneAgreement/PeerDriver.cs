using System.Diagnostics;
using System.Globalization;
using Beeper.Resolver.Normalization.Phones;
using Beeper.Resolver.Normalization.Phones.Tables;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>
/// Answers <c>bench/peers/compare.py</c> for this library and for libphonenumber-csharp. Each row's E.164 text is made, as the other drivers do.
/// </summary>
internal sealed class PeerDriver(PhoneRow[] rows, string way)
{
    private const int FastRepeats = 10;

    private readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();
    private readonly PhoneCore _core = new(EmbeddedPhoneTables.Load(), PhoneNumberUtil.GetInstance);
    private readonly PhoneRegion[] _regions = [.. rows.Select(static row => PhoneRegion.Of(row.Region))];

    public static PhoneRow[] ReadCorpus(string path) => [.. File.ReadLines(path).Select(static line => line.Split('\t', 2)).Select(static cells => new PhoneRow(cells[0], cells[1]))];

    public static void WriteCorpus(string path, int count) => File.WriteAllText(path, string.Concat(MessyCorpus.Make(count).Select(static row => $"{row.Region}\t{row.Text}\n")));

    public void Serve(TextReader commands, TextWriter output)
    {
        output.WriteLine($"ready {rows.Length}");
        output.Flush();
        while (commands.ReadLine() is { } command && command != "quit")
        {
            var answers = command.StartsWith("answers ", StringComparison.Ordinal) ? command["answers ".Length..] : null;
            // A pass of the library is long enough to measure; ours are repeated.
            var repeats = way == "library" || answers is not null ? 1 : FastRepeats;
            var watch = Stopwatch.StartNew();
            var sum = 0L;
            for (var repeat = 0; repeat < repeats; repeat++)
                sum += Pass();
            var seconds = watch.Elapsed.TotalSeconds / repeats;
            if (answers is not null)
                File.WriteAllLines(answers, Enumerable.Range(0, rows.Length).Select(index => Read(index, out var valid, out _) is { } e164 ? $"{e164}\t{(valid ? 1 : 0)}" : "\t0"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:R}\t{sum}"));
            output.Flush();
        }
    }

    private long Pass()
    {
        var sum = 0L;
        for (var index = 0; index < rows.Length; index++)
            sum += (Read(index, out var valid, out var type)?.Length ?? 0) + (valid ? 1 : 0) + type;
        return sum;
    }

    private string? Read(int index, out bool valid, out int type)
    {
        if (way == "library")
            return ReadLibrary(index, out valid, out type);
        var phone = way == "scalar" ? _core.ReadScalar(rows[index].Text, _regions[index]) : _core.Read(rows[index].Text, _regions[index]);
        valid = phone.IsValid;
        type = (int)phone.Type;
        return phone.E164;
    }

    private string? ReadLibrary(int index, out bool valid, out int type)
    {
        try
        {
            var number = _library.Parse(rows[index].Text, rows[index].Region);
            valid = _library.IsValidNumber(number);
            type = (int)_library.GetNumberType(number);
            return _library.Format(number, PhoneNumberFormat.E164);
        }
        catch (NumberParseException)
        {
            valid = false;
            type = 0;
            return null;
        }
    }
}
