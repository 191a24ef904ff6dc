using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>The summary of a run as its <c>--json</c> document gives it.</summary>
/// <param name="Contacts">Contacts, each in exactly one outcome.</param>
/// <param name="Outcomes">Contacts by outcome.</param>
/// <param name="FromStore">Contacts the store answered.</param>
/// <param name="Left">Contacts left for a later run.</param>
/// <param name="Requests">Requests of the run.</param>
/// <param name="Accounts">Counts per account.</param>
/// <param name="Imports">Counts per file imported.</param>
internal sealed record SummaryDocument(
    int Contacts, IReadOnlyDictionary<string, int> Outcomes, int FromStore, int Left, SummaryDocument.RequestsPart Requests, IReadOnlyCollection<AccountSummary> Accounts, IReadOnlyList<SummaryDocument.ImportPart> Imports)
{
    public static SummaryDocument Of(RunSummary summary, IReadOnlyList<ImportResult> imports, RequestCounts? requests) => new(
        summary.Contacts,
        summary.Outcomes,
        summary.FromStore,
        summary.Left,
        new RequestsPart(requests?.Reads, summary.Lookups, summary.Starts),
        summary.Accounts,
        [.. imports.Select(static import => new ImportPart(import.Source.Name, import.Source.RowsRead, import.Source.Imported, import.Source.Rejected, import.Unchanged))]);

    /// <summary>First messages of the run; null where none were asked for.</summary>
    public MessageCounts? Messages { get; init; }

    /// <summary>First messages whose outcome is not known, of all runs.</summary>
    public int UnknownMessages { get; init; }

    /// <summary>The requests of a run.</summary>
    /// <param name="Reads">All requests that read; null where they were not counted.</param>
    /// <param name="Lookups">Contact searches among them.</param>
    /// <param name="Starts">Starts sent.</param>
    internal sealed record RequestsPart(int? Reads, int Lookups, int Starts);

    /// <summary>One imported file.</summary>
    /// <param name="Source">Name of the address book.</param>
    /// <param name="Rows">Rows read.</param>
    /// <param name="Imported">Rows imported.</param>
    /// <param name="Rejected">Rows rejected.</param>
    /// <param name="Unchanged">Whether the file was the same as last time.</param>
    internal sealed record ImportPart(string Source, int Rows, int Imported, int Rejected, bool Unchanged);
}
