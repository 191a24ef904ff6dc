using Beeper.Resolver.Importing;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Reporting;

/// <summary>
/// The pure filter behind <c>normalize</c>: a stream of source records in, one <see cref="RecordLine"/> per record out, in the same order. Bad rows
/// become lines of their own. It keeps nothing between runs. Of JSON lines it holds one record and two buffers whatever the size of the input, and hands its output on
/// before it waits for more, so that it answers line by line when it is asked line by line; a CSV block is read to its end first.
/// </summary>
public static class NormalizationFilter
{
    /// <summary>Reads the input to its end.</summary>
    /// <param name="input">CSV or JSON lines; need not be seekable and is left open.</param>
    /// <param name="output">Gets JSON lines in UTF-8; flushed and left open.</param>
    /// <param name="options">How to read the input.</param>
    /// <param name="cancellationToken">Looked at before each record.</param>
    /// <returns>What was written; nothing for an input without records.</returns>
    /// <exception cref="AddressBookException">
    /// The input is no text, a CSV without usable columns, or has a CSV record larger than allowed; what came before it is written.
    /// </exception>
    public static NormalizationCounts Run(Stream input, Stream output, NormalizationFilterOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var writer = new RecordLineWriter(output);
        try
        {
            var text = new PipedText(input, writer.Flush);
            foreach (var row in Rows(text, options))
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Write(row);
            }
        }
        finally
        {
            writer.Flush();
        }
        return writer.Counts;

        IEnumerable<RecordLine> Rows(PipedText text, NormalizationFilterOptions options) =>
            text.IsEmpty ? [] : IsJson(text, options) ? JsonRows(text, options) : CsvRows(text, options);
    }

    private static bool IsJson(PipedText text, NormalizationFilterOptions options) => options.Input switch
    {
        NormalizationInput.Csv => false,
        NormalizationInput.JsonLines => true,
        // One document with the friends of a network is no JSON lines, and is refused with what to export instead.
        _ => text.FirstCharacter == '{' && text.Start.IndexOf("\"friends_v2\""u8) < 0,
    };

    private static IEnumerable<RecordLine> CsvRows(PipedText text, NormalizationFilterOptions options)
    {
        var source = options.AddressBook.SourceName ?? SourceRecordLine.DefaultSource;
        var normalizer = new RecordNormalizer(options.Normalization);
        // The importer looks at a table as a whole before it gives the first row: its encoding, its header, what its columns hold.
        var whole = new MemoryStream();
        text.CopyTo(whole);
        using var book = AddressBook.Open(whole, source, options.AddressBook);
        foreach (var row in book.ReadRows())
            yield return row.Record is { } record ? RecordLine.Of(normalizer.Normalize(record)) : RecordLine.Of(row.Rejected!);
    }

    private static IEnumerable<RecordLine> JsonRows(PipedText text, NormalizationFilterOptions options)
    {
        text.IsRepaired = true;
        var lines = new JsonLineReader(text, options.AddressBook.MaxRecordSize);
        var normalizer = new RecordNormalizer(options.Normalization);
        var source = options.AddressBook.SourceName ?? SourceRecordLine.DefaultSource;
        var record = 0;
        while (lines.Read())
        {
            var location = new SourceLocation(source, ++record, lines.Number);
            var row = lines.IsTooLong
                ? new AddressBookRow(null, new RejectedRow(location, [new RecordProblem(SourceRecordLine.TooLarge, null, null)]))
                : SourceRecordLine.Read(lines.Line, location);
            yield return row.Record is { } read ? RecordLine.Of(normalizer.Normalize(read)) : RecordLine.Of(row.Rejected!);
        }
    }
}
