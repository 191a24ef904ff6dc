namespace Beeper.Resolver.Storage;

/// <summary>An address book as it was imported.</summary>
/// <param name="Name">Its name: the file's, without folder.</param>
/// <param name="Digest">SHA-256 of the file's bytes.</param>
/// <param name="Settings">What else shaped the import, such as the default region and the version of the rules.</param>
/// <param name="Layout">How the file was understood, as JSON.</param>
/// <param name="ImportedAt">When.</param>
public sealed record StoredSource(string Name, byte[] Digest, string Settings, string Layout, DateTimeOffset ImportedAt)
{
    /// <summary>Rows read, blank ones not counted; imported plus rejected.</summary>
    public int RowsRead { get; init; }

    /// <summary>Rows imported.</summary>
    public int Imported { get; init; }

    /// <summary>Rows rejected.</summary>
    public int Rejected { get; init; }
}
