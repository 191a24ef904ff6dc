namespace Beeper.Resolver.Storage;

/// <summary>How a store is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>Open a store on a network file system, where locks may not hold. Default false: it is refused.</summary>
    public bool AllowNetworkFileSystem { get; init; }

    /// <summary>
    /// Open a store that is older than what was already sent from it, and take it for the current one. Default false: it is refused. The caller
    /// looks up everything before anything is sent.
    /// </summary>
    public bool AcceptRollback { get; init; }

    /// <summary>
    /// Wait for the disk after every change, as <c>synchronous=full</c> does. Default true; false is for the test that shows what would be lost.
    /// </summary>
    internal bool FlushesEveryChange { get; init; } = true;

    /// <summary>Names the file system of a path; the operating system does.</summary>
    internal Func<string, string> FileSystemOf { get; init; } = FileSystems.Of;
}
