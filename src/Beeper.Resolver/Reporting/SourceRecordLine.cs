using System.Text.Json;
using Beeper.Resolver.Importing;

namespace Beeper.Resolver.Reporting;

/// <summary>
/// Reads a JSON line as a source record. The line is an object with <c>name</c> (a text, or an object of <c>given</c>, <c>family</c> …; these may also stand
/// at the top), <c>nickname</c>, <c>organization</c>, <c>region</c> for its numbers, <c>phones</c>, <c>emails</c>, <c>handles</c> and <c>urls</c>, each a value or
/// a list of values; a value is a text or an object of <c>value</c>, <c>label</c>, <c>primary</c>, <c>region</c> and <c>network</c>. A line that the filter itself
/// wrote is read by its <c>identifiers</c> and their <c>raw</c> texts, and gives the same line again. Members not named here are left alone.
/// </summary>
public static class SourceRecordLine
{
    /// <summary>The source of records that name none.</summary>
    public const string DefaultSource = "stdin";

    internal const string BadJson = "ROW_BAD_JSON";
    internal const string NotObject = "ROW_NOT_AN_OBJECT";
    internal const string TooLarge = "ROW_TOO_LARGE";

    /// <summary>The record of a line, or why it gives none.</summary>
    /// <param name="line">One line in UTF-8 without its end.</param>
    /// <param name="location">Where it stands; <c>source</c>, <c>record</c> and <c>line</c> of the object go before.</param>
    public static AddressBookRow Read(ReadOnlyMemory<byte> line, SourceLocation location)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new SourceRecordObject(document.RootElement, location).ToRow()
                : Rejected(NotObject, line, location);
        }
        // A text with half a surrogate pair is found out only when it is asked for.
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Rejected(BadJson, line, location);
        }
    }

    private static AddressBookRow Rejected(string code, ReadOnlyMemory<byte> line, SourceLocation location)
    {
        var text = System.Text.Encoding.UTF8.GetString(line.Span).TrimEnd('\r');
        return new AddressBookRow(null, new RejectedRow(location, [new RecordProblem(code, null, text)]), text);
    }
}
