using System.Globalization;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>
/// A public labelled set as address-book records: Febrl's (<c>rec_id</c>, names, address, birth date, social security number) or Splink's
/// fake_1000 (<c>cluster</c>, names, birth date, city, e-mail). What a set has besides names becomes identifiers, because that is what the
/// merger takes; the file is the user's own copy.
/// </summary>
internal sealed class LabelledSet
{
    private LabelledSet(IReadOnlyList<NormalizedRecord> records, IReadOnlyDictionary<SourceLocation, string> truth)
    {
        Records = records;
        Truth = truth;
    }

    public IReadOnlyList<NormalizedRecord> Records { get; }

    /// <summary>The label of each record's person.</summary>
    public IReadOnlyDictionary<SourceLocation, string> Truth { get; }

    /// <exception cref="ArgumentException">The file is of neither set.</exception>
    public static LabelledSet Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = Cells(lines[0]);
        var (records, truth) = (new List<NormalizedRecord>(), new Dictionary<SourceLocation, string>());
        for (var line = 1; line < lines.Length; line++)
        {
            var cells = Cells(lines[line]);
            string Cell(string name) => Array.IndexOf(header, name) is var at and >= 0 && at < cells.Length ? cells[at] : "";
            var location = new SourceLocation(Source(Cell("rec_id")), line, line + 1);
            truth[location] = header.Contains("rec_id") ? Cell("rec_id").Split('-')[1] : header.Contains("cluster") ? Cell("cluster") : throw new ArgumentException("The file has neither a rec_id nor a cluster column.", nameof(path));
            records.Add(new NormalizedRecord
            {
                Location = location,
                Name = string.Join(' ', new[] { Cell("given_name"), Cell("first_name"), Cell("surname") }.Where(static part => part.Length > 0)),
                Identifiers = [.. Identifiers(Cell)],
            });
        }
        return new LabelledSet(records, truth);
    }

    // An original and its duplicates stand in different books, as those of one person usually do.
    private static string Source(string id) => id.EndsWith("-org", StringComparison.Ordinal) ? "original" : $"duplicate-{id[(id.LastIndexOf('-') + 1)..]}";

    private static IEnumerable<RecordIdentifier> Identifiers(Func<string, string> cell)
    {
        if (cell("email") is { Length: > 0 } email)
            yield return new RecordIdentifier(new Identifier(IdentifierKind.Email, email), email);
        foreach (var (network, value) in new[]
        {
            ("social-security", cell("soc_sec_id")),
            ("birth", Joined(cell("date_of_birth"), cell("postcode"))),
            ("birth", Joined(cell("dob"), cell("city"))),
            ("address", Joined(cell("street_number"), cell("address_1"), cell("suburb"))),
        })
        {
            if (value.Length > 0)
                yield return new RecordIdentifier(new Identifier(IdentifierKind.UserId, value, network), value);
        }
    }

    private static string Joined(params string[] parts) => parts.Any(static part => part.Length == 0) ? "" : string.Join('|', parts).ToLower(CultureInfo.InvariantCulture);

    private static string[] Cells(string line) => [.. line.Split(',').Select(static cell => cell.Trim().Trim('"'))];
}
