using System.Text.Json.Serialization;

namespace Beeper.Resolver.Reporting;

/// <summary>One normalised record or rejected row as a line of <c>normalize</c> and <c>import --jsonl</c>.</summary>
public sealed record RecordLine
{
    /// <summary>Version of the line's schema.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The address book.</summary>
    public required string Source { get; init; }

    /// <summary>Data record, from 1.</summary>
    public int Record { get; init; }

    /// <summary>Physical line on which the record starts, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The name; empty where there is none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The identifiers; empty for a rejected row.</summary>
    public IReadOnlyList<IdentifierPart> Identifiers { get; init; } = [];

    /// <summary>What was not used; a rejected row has at least one whose code starts with <c>ROW_</c>.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; init; } = [];

    /// <summary>The line of a record.</summary>
    public static RecordLine Of(NormalizedRecord record) => new()
    {
        Source = record.Location.Source,
        Record = record.Location.Record,
        Line = record.Location.Line,
        Name = record.Name,
        Identifiers = [.. record.Identifiers.Select(IdentifierPart.Of)],
        Problems = record.Problems,
    };

    /// <summary>The line of a rejected row.</summary>
    public static RecordLine Of(RejectedRow row) => new()
    {
        Source = row.Location.Source,
        Record = row.Location.Record,
        Line = row.Location.Line,
        Problems = row.Problems,
    };

    /// <summary>An identifier of a line; the members from region on are there for phones only.</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="Value">The normal form.</param>
    /// <param name="Raw">As written.</param>
    /// <param name="Label">The record's label.</param>
    /// <param name="Primary">Whether it is marked as primary.</param>
    /// <param name="Network">The network the record ties it to.</param>
    /// <param name="Region">The number's region.</param>
    /// <param name="Valid">Whether the number lies in an assigned range.</param>
    /// <param name="Type">The kind of line.</param>
    public sealed record IdentifierPart(IdentifierKind Kind, string Value, string Raw, string? Label, bool Primary, string? Network,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Region,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Valid,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PhoneType? Type)
    {
        internal static IdentifierPart Of(RecordIdentifier given) =>
            new(given.Identifier.Kind, given.Identifier.Value, given.Raw, given.Label, given.Primary, given.Identifier.Network, given.Region, given.Valid, given.Type);
    }
}
