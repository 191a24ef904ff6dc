namespace Beeper.Resolver.Reporting;

/// <summary>What the normalising filter reads.</summary>
public enum NormalizationInput
{
    /// <summary>JSON lines when the first character is an opening brace, CSV otherwise.</summary>
    Auto,

    /// <summary>An address book with a header row, in any format the importer knows.</summary>
    Csv,

    /// <summary>One JSON object per line; see <see cref="SourceRecordLine"/>.</summary>
    JsonLines,
}
