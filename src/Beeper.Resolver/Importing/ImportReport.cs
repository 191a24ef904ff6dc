namespace Beeper.Resolver.Importing;

/// <summary>What was found in an address book, for showing to its owner; holds no personal data.</summary>
/// <param name="Layout">How the file was understood.</param>
/// <param name="Records">Rows that became records.</param>
/// <param name="Rejected">Rows that were rejected; rows read are records plus rejected.</param>
public sealed record ImportReport(AddressBookLayout Layout, int Records, int Rejected)
{
    /// <summary>Records without any phone, e-mail address, handle or profile: nobody can be found by them.</summary>
    public int NamesOnly { get; init; }

    /// <summary>Header rows that came again and were dropped.</summary>
    public int RepeatedHeaders { get; init; }

    /// <summary>Footer rows that were dropped.</summary>
    public int Footers { get; init; }

    /// <summary>Phone numbers per label, most first; <c>no label</c> for those without.</summary>
    public IReadOnlyList<WordCount> Phones { get; init; } = [];

    /// <summary>E-mail addresses per label, most first.</summary>
    public IReadOnlyList<WordCount> Emails { get; init; } = [];

    /// <summary>Handles per network, most first; <c>no network</c> for those nobody can place.</summary>
    public IReadOnlyList<WordCount> Handles { get; init; } = [];

    /// <summary>Web addresses, profiles among them.</summary>
    public int Urls { get; init; }

    /// <summary>Rejected rows per code, most first.</summary>
    public IReadOnlyList<WordCount> Rejects { get; init; } = [];

    /// <summary>Values that were not used per code, most first.</summary>
    public IReadOnlyList<WordCount> Problems { get; init; } = [];

    /// <summary>Rows that are damaged, which a <see cref="RejectLimit"/> counts; rows with nothing to resolve and deleted ones are not.</summary>
    public int Damaged { get; init; }
}
