using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Beeper.Resolver.Evaluation.Generating;
using Beeper.Resolver.Evaluation.Measuring;
using Beeper.Resolver.Evaluation.Running;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Reporting;

namespace Beeper.Resolver.Evaluation.Reporting;

/// <summary>Makes a world, runs the pipeline over it and writes what came out as Markdown, with plots beside it when a folder is given.</summary>
internal sealed class EvaluationReport(EvaluationOptions options, TextWriter output)
{
    private static readonly double[] Coverages = [0.5, 0.8, 0.85, 0.9, 0.93, 0.95];

    private readonly MarkdownText _text = new();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var world = World.Make(options.People, options.Seed);
        using var books = new ImportedBooks(world);
        Head(world, books);
        Merging(world, books);
        if (!options.MergeOnly)
            await ResolvingAsync(world, books, cancellationToken);
        await output.WriteAsync(_text.ToString());
        if (options.Output is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{Name}.md"), _text.ToString(), cancellationToken);
        }
    }

    private string Name => string.Create(CultureInfo.InvariantCulture, $"people-{options.People}-seed-{options.Seed}{(options.Offline ? "-offline" : "")}{(options.MergeOnly ? "-merge" : "")}{(options.EachAccount ? "-each-account" : "")}");

    private void Head(World world, ImportedBooks books)
    {
        _text.Heading(1, $"Evaluation: {options.People} people, seed {options.Seed}");
        var how = options.MergeOnly ? "Import and merge only." : options.Offline ? "Decided offline, no server." : "Over HTTP against the sandbox.";
        _text.Paragraph($"{how} {(options.EachAccount ? "Chats on every account that can reach the contact." : "One new chat per contact.")} {world.Rows} rows in {world.Books.Length} books, {world.Population.People.Count} people on the networks.");
        _text.Paragraph($".NET {Environment.Version}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores. Import {books.ImportTime.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s, merge with store {books.MergeTime.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s. Books: {string.Join("; ", books.Formats)}.");
    }

    private void Merging(World world, ImportedBooks books)
    {
        var contacts = books.Store.Contacts.Load().Select(static stored => stored.Contact).ToList();
        var automatic = new MergeQuality(world, contacts.ConvertAll(Locations));
        var suggestions = books.Store.Suggestions.Load();
        var suggested = new SuggestionQuality(world, contacts, suggestions);
        var all = new MergeQuality(world, suggested.Accepted(static _ => true));
        var right = new MergeQuality(world, suggested.Accepted(suggested.IsRight));
        _text.Heading(2, "Merging");
        _text.Measures(("automatic", automatic.Measures), ("all suggestions accepted", all.Measures), ("right suggestions accepted", right.Measures));
        _text.Paragraph($"{contacts.Count} contacts; biggest {automatic.Biggest} rows ({all.Biggest} with all suggestions); mixed groups {automatic.MixedGroups}, of which {automatic.UndecidableGroups} hold only rows that nobody could tell apart (same name and a shared value).");
        _text.Table(["weakest join", "merged contacts", "mixed"], contacts.Where(static contact => contact.Records.Count > 1).GroupBy(static contact => MergeExplanation.Of(contact).Max(static evidence => evidence.Reason)).OrderBy(static group => group.Key)
            .Select(group => new[] { group.Key.ToString(), group.Count().ToString(CultureInfo.InvariantCulture), MarkdownText.Percent((double)group.Count(contact => IsMixed(world, contact)) / group.Count()) }));
        if (options.Show)
            Show(world, contacts);
        _text.Table(["suggested because", "suggestions", "right"], suggested.ByReason());
        var calibration = suggested.Calibration();
        _text.Paragraph($"Probability of the suggestions: ECE {calibration.Error.ToString("0.0000", CultureInfo.InvariantCulture)}, Brier {calibration.Brier.ToString("0.0000", CultureInfo.InvariantCulture)} (that of the mean rate alone: {suggested.BaseBrier.ToString("0.0000", CultureInfo.InvariantCulture)}).");
        _text.Table(["suggestions", "mean probability", "right"], calibration.Bins.Where(static bin => bin.Count > 0).Select(static bin => new[] { bin.Count.ToString(CultureInfo.InvariantCulture), MarkdownText.Percent(bin.Mean), MarkdownText.Percent(bin.Right) }));
        _text.Table(["likeliest suggestions accepted", "right"], suggested.ByShare());
    }

    private static bool IsMixed(World world, Contact contact) => contact.Records.Select(record => world.PersonOf(record.Location)).Distinct().Skip(1).Any();

    private void Show(World world, List<Contact> contacts)
    {
        foreach (var contact in contacts.Where(contact => IsMixed(world, contact)))
        {
            foreach (var record in contact.Records)
                output.WriteLine($"{world.PersonOf(record.Location)}\t{record.Name}\t{record.Organization}\t{string.Join(' ', record.Identifiers.Select(static given => $"{given.Identifier.Value}({given.Type})"))}");
            output.WriteLine();
        }
    }

    private static IReadOnlyList<SourceLocation> Locations(Contact contact) => [.. contact.Records.Select(static record => record.Location)];

    private async Task ResolvingAsync(World world, ImportedBooks books, CancellationToken cancellationToken)
    {
        var run = new ChatRun(world, books);
        var results = options.Offline ? await run.OfflineAsync(options.EachAccount, cancellationToken) : await run.OverHttpAsync(options.EachAccount, cancellationToken);
        var judge = new Judge(world, results);
        var quality = new ResolutionQuality(options.People, [.. results.Select(judge.Of)]);
        if (options.Outcomes is { } file)
            await File.WriteAllLinesAsync(file, results.SelectMany(judge.Lines).Select(static line => JsonSerializer.Serialize(line, ResolverJson.Options)), cancellationToken);
        _text.Heading(2, "Resolving");
        _text.Measures(("all contacts", quality.Measures));
        _text.Paragraph($"{quality.Contacts.Count(static contact => contact.IsReachable)} of {quality.Contacts.Count} contacts are reachable; {quality.Contacts.Sum(static contact => contact.Chats.Count(static chat => chat.IsStart))} chats started, {quality.Contacts.Sum(static contact => contact.Chats.Count(static chat => !chat.IsStart))} found in listings.");
        var curve = RiskCoverage.Curve(quality.Contacts);
        _text.Table(["coverage of reachable", "wrong among chats"], Coverages.Select(at => new[] { MarkdownText.Percent(at), MarkdownText.Percent(RiskCoverage.At(curve, at)) }));
        var calibration = new Calibration(quality.Contacts.SelectMany(static contact => contact.Chats));
        _text.Paragraph($"Calibration of the score: ECE {calibration.Error.ToString("0.0000", CultureInfo.InvariantCulture)}, Brier {calibration.Brier.ToString("0.0000", CultureInfo.InvariantCulture)}.");
        _text.Table(["chats", "mean score", "right"], calibration.Bins.Where(static bin => bin.Count > 0).Select(static bin => new[] { bin.Count.ToString(CultureInfo.InvariantCulture), MarkdownText.Percent(bin.Mean), MarkdownText.Percent(bin.Right) }));
        Slices(quality);
        if (options.Output is not { } folder)
            return;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Name}-risk.svg"), SvgPlot.Risk(curve), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Name}-calibration.svg"), SvgPlot.Reliability(calibration), cancellationToken);
        _text.Paragraph($"![wrong chats by coverage]({Name}-risk.svg) ![score and rate]({Name}-calibration.svg)");
    }

    private void Slices(ResolutionQuality quality)
    {
        _text.Heading(3, "Slices");
        var slices = new List<(string Name, Func<JudgedContact, bool> Of)>();
        slices.AddRange(quality.Contacts.Select(static contact => contact.Script).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(script => (script, (Func<JudgedContact, bool>)(contact => contact.Script == script))));
        slices.Add(("shared identifier", static contact => contact.HasShared));
        slices.Add(("no shared identifier", static contact => !contact.HasShared));
        slices.Add(("one book", static contact => contact.Sources == 1));
        slices.Add(("two books", static contact => contact.Sources == 2));
        slices.Add(("three or more books", static contact => contact.Sources > 2));
        _text.Table(["slice", "contacts", "reachable with chat", "wrong among started", "wrong among all", "held"], slices.Select(slice =>
        {
            var part = quality.Slice(options.People, slice.Of);
            var measures = part.Measures;
            return new[] { slice.Name, part.Contacts.Count.ToString(CultureInfo.InvariantCulture), MarkdownText.Interval(measures[0]), MarkdownText.Interval(measures[1]), MarkdownText.Interval(measures[2]), MarkdownText.Percent(measures[4].Value) };
        }));
    }
}
