using Beeper.Resolver.Importing;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>How one file was imported.</summary>
/// <param name="Source">The address book as stored, with its counts.</param>
/// <param name="Layout">How the file was understood.</param>
/// <param name="Unchanged">Whether the file was the same as last time, so that nothing was done.</param>
/// <param name="Rejected">The rejected rows.</param>
public sealed record ImportResult(StoredSource Source, AddressBookLayout Layout, bool Unchanged, IReadOnlyList<RejectedRow> Rejected)
{
    /// <summary>What was found in the file; null when it was unchanged and was not read.</summary>
    public ImportReport? Report { get; init; }
}
