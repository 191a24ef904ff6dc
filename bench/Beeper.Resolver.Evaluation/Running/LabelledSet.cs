using System.Globalization;
using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>
/// A public labelled set as address-book records: Febrl's (<c>rec_id</c>, names, address, birth date, social security number) or Splink's
/// fake_1000 (<c>cluster</c>, names, birth date, city, e-mail). What a set has besides names becomes identifiers, because that is what the
/// merger takes; the learned model takes the fields as they are. The files are the user's own copies.
/// </summary>
internal sealed class LabelledSet
{
    private static readonly LinkageField[] KnownFields =
    [
        new("given_name", FieldKind.Name) { MayBeSwappedWith = "surname" },
        new("first_name", FieldKind.Name) { MayBeSwappedWith = "surname" },
        new("surname", FieldKind.Name),
        new("street_number", FieldKind.Code),
        new("address_1", FieldKind.Text) { MayBeSwappedWith = "address_2" },
        new("address_2", FieldKind.Text),
        new("suburb", FieldKind.Text),
        new("postcode", FieldKind.Code),
        new("state", FieldKind.Code),
        new("date_of_birth", FieldKind.Date),
        new("dob", FieldKind.Date),
        new("soc_sec_id", FieldKind.Code),
        new("city", FieldKind.Text),
        new("email", FieldKind.Email),
    ];

    private readonly List<NormalizedRecord> _records = [];
    private readonly List<string> _labels = [];
    private readonly List<string?[]> _values = [];
    private readonly List<int> _files = [];

    private LabelledSet(IReadOnlyList<string> files, IReadOnlyCollection<string> without)
    {
        for (var file = 0; file < files.Count; file++)
        {
            var lines = File.ReadAllLines(files[file]);
            var header = Cells(lines[0]);
            if (!header.Contains("rec_id") && !header.Contains("cluster"))
                throw new ArgumentException("The file has neither a rec_id nor a cluster column.", nameof(files));
            Fields = [.. KnownFields.Where(field => header.Contains(field.Name) && !without.Contains(field.Name))];
            for (var line = 1; line < lines.Length; line++)
                Add(header, Cells(lines[line]), without, file);
        }
        Truth = _records.Select((record, index) => (record.Location, Label: _labels[index])).ToDictionary(static one => one.Location, static one => one.Label);
    }

    /// <summary>The rows as address-book records, for the product's merger.</summary>
    public IReadOnlyList<NormalizedRecord> Records => _records;

    /// <summary>The label of each record's person.</summary>
    public IReadOnlyDictionary<SourceLocation, string> Truth { get; }

    /// <summary>The labels in the order of the records.</summary>
    public IReadOnlyList<string> Labels => _labels;

    /// <summary>The fields for the learned model, and their values for each record.</summary>
    public IReadOnlyList<LinkageField> Fields { get; private set; } = [];

    public IReadOnlyList<string?[]> Values => _values;

    /// <summary>The file of each record where two files are linked that have nobody twice each; null for a set to find duplicates in.</summary>
    public IReadOnlyList<int>? Files => _files[^1] > 0 ? _files : null;

    /// <summary>Reads a set.</summary>
    /// <param name="files">One file, or two whose records are linked.</param>
    /// <param name="without">Columns to leave out.</param>
    /// <exception cref="ArgumentException">The file is of neither set.</exception>
    public static LabelledSet Read(IReadOnlyList<string> files, IReadOnlyCollection<string> without) => new(files, without);

    private void Add(string[] header, string[] cells, IReadOnlyCollection<string> without, int file)
    {
        string Cell(string name) => !without.Contains(name) && Array.IndexOf(header, name) is var at and >= 0 && at < cells.Length ? cells[at] : "";
        var id = Cell("rec_id");
        var location = new SourceLocation(id.Length > 0 ? Source(id) : "", _records.Count + 1, _records.Count + 2);
        _labels.Add(id.Length > 0 ? id.Split('-')[1] : Cell("cluster"));
        _files.Add(file);
        _values.Add([.. Fields.Select(field => field.Kind == FieldKind.Date ? Cell(field.Name).Replace("-", "", StringComparison.Ordinal) : Cell(field.Name))]);
        _records.Add(new NormalizedRecord
        {
            Location = location,
            Name = string.Join(' ', new[] { Cell("given_name"), Cell("first_name"), Cell("surname") }.Where(static part => part.Length > 0)),
            Identifiers = [.. Identifiers(Cell)],
        });
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
