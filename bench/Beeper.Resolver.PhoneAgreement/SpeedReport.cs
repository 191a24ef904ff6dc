using System.Globalization;
using System.Runtime.InteropServices;
using Beeper.Resolver.Normalization.Phones;
using Beeper.Resolver.Normalization.Phones.Tables;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>The paired rounds over the whole corpus and over rows of one shape, and the share of rows that each layer takes.</summary>
internal static class SpeedReport
{
    private const int Rows = 200_000;

    private static readonly (string Name, string[] Shapes)[] Groups =
    [
        ("E.164", ["e164"]),
        ("international", ["international", "international, own separators", "international with (0)", "prefix of the region"]),
        ("national", ["national", "national without trunk", "national with trunk", "national, own separators"]),
        ("extension, tel:, vanity, label", ["extension", "tel", "vanity", "label"]),
        ("other digits and invisible characters", ["other digits", "invisible characters"]),
        ("junk", ["junk: short", "junk: long", "junk: random digits", "junk: local", "junk: text", "junk: e-mail", "junk: plus zero", "junk: unused code", "junk: date", "junk: service code", "junk: mask", "junk: plus random"]),
    ];

    public static void Write(int rounds, TextWriter report)
    {
        var library = PhoneNumberUtil.GetInstance();
        var core = new PhoneCore(EmbeddedPhoneTables.Load() ?? throw new InvalidOperationException("The embedded tables are of another version."), () => library);
        var rows = MessyCorpus.Make(library, Rows, MessyCorpus.DefaultSeed);
        var counts = new Comparison(core, library);
        foreach (var row in rows)
            counts.Add(row);
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, vector layer {(PhoneCore.HasVectorLayer ? "on" : "off")}, libphonenumber-csharp {EmbeddedPhoneTables.LibraryVersion}"));
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rows.Length:N0} rows, seed {MessyCorpus.DefaultSeed}: vector layer {counts.Vector / (double)counts.Cases:P2}, scalar layer {(counts.Scalar - counts.Vector) / (double)counts.Cases:P2}, library {counts.Library / (double)counts.Cases:P2}; {counts.Disagreements} disagreements; {rounds} rounds"));
        report.WriteLine();
        new PairedRounds(core, library, rows).Run(rounds, report);
        report.WriteLine();
        report.WriteLine("By CPU time, ns per number; x is libphonenumber's time over ours:");
        report.WriteLine();
        report.WriteLine("| rows | count | libphonenumber | used well | scalar | all layers | all, E.164 text made | scalar x | all x | all x used well | text made x |");
        report.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, shapes) in Groups)
            Summarise(name, row => shapes.Contains(row.Shape));
        Summarise("what the vector layer takes", row => core.TryReadVector(row.Text, PhoneRegion.Of(row.Region), out _));
        Summarise("what is left to the scalar layer", row => !core.TryReadVector(row.Text, PhoneRegion.Of(row.Region), out _) && core.TryReadScalar(row.Text, PhoneRegion.Of(row.Region), out _));
        Summarise("what is left to libphonenumber", row => !core.TryReadScalar(row.Text, PhoneRegion.Of(row.Region), out _));

        void Summarise(string name, Func<PhoneRow, bool> ofThem) => report.WriteLine(new PairedRounds(core, library, [.. rows.Where(ofThem)]).Summary(name, rounds));
    }
}
