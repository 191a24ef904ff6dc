using System.Diagnostics;
using System.Globalization;
using Beeper.Resolver.Normalization.Phones;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>One kind of cases, run on several threads, each with a seed of its own.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Cases">How many.</param>
/// <param name="Source">Makes a source of rows from a random generator.</param>
internal sealed record Stage(string Name, long Cases, Func<SplitMix64, Func<PhoneRow>> Source)
{
    /// <summary>A stage over rows that are given, each compared once.</summary>
    public static Stage Over(string name, IReadOnlyList<PhoneRow> rows)
    {
        var next = -1;
        return new Stage(name, rows.Count, _ => () => rows[Interlocked.Increment(ref next)]);
    }

    /// <summary>Runs the stage and reports it as a row of a table.</summary>
    public Comparison Run(PhoneCore core, PhoneNumberUtil library, ulong seed, int threads, TextWriter report)
    {
        var watch = Stopwatch.StartNew();
        var parts = new Comparison[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, lane =>
        {
            var comparison = parts[lane] = new Comparison(core, library);
            var source = Source(new SplitMix64(seed + (ulong)lane * 1_000_003));
            for (var left = Cases / threads + (lane < Cases % threads ? 1 : 0); left > 0; left--)
                comparison.Add(source());
        });
        var total = new Comparison(core, library);
        foreach (var part in parts)
            total.Merge(part);
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {Name} | {total.Cases:N0} | {Share(total.Vector, total.Cases)} | {Share(total.Scalar, total.Cases)} | {Share(total.Library, total.Cases)} | {Share(total.Numbers, total.Scalar)} | {Share(total.Valid, total.Scalar)} | {total.Disagreements:N0} | {watch.Elapsed.TotalSeconds:N0} s |"));
        foreach (var shown in total.Shown.Take(10))
            report.WriteLine($"  DISAGREES {shown}");
        return total;
    }

    private static string Share(long part, long whole) => whole == 0 ? "-" : (part / (double)whole).ToString("P2", CultureInfo.InvariantCulture);
}
