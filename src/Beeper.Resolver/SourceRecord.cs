namespace Beeper.Resolver;

/// <summary>One address-book row after its format mapped the columns: names and labelled raw values, nothing normalised yet.</summary>
public sealed record SourceRecord
{
    /// <summary>Where the row stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The name cells of the row; all may be empty.</summary>
    public SourceName Name { get; init; } = SourceName.Empty;

    /// <summary>Organisation, or null.</summary>
    public string? Organization { get; init; }

    /// <summary>Raw phones, e-mails, handles and URLs, one per value (cells that held several are already split), in column order.</summary>
    public IReadOnlyList<SourceValue> Values { get; init; } = [];

    /// <summary>What the importer could not use in this row, such as a number that a spreadsheet damaged.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; init; } = [];
}
