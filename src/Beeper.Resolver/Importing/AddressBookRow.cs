namespace Beeper.Resolver.Importing;

/// <summary>One row of an address book: exactly one of the two is there.</summary>
/// <param name="Record">The record.</param>
/// <param name="Rejected">The rejection.</param>
/// <param name="Text">The row as it stands in the file, for rejected rows only; personal.</param>
public sealed record AddressBookRow(SourceRecord? Record, RejectedRow? Rejected, string? Text = null)
{
    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => Record is null ? $"rejected {Rejected?.Location}" : $"record {Record.Location}";
}
