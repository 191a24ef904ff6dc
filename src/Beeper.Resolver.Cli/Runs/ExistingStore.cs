using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>Opens a store that must be there already, for commands that only look.</summary>
internal static class ExistingStore
{
    /// <exception cref="UsageException">There is none.</exception>
    public static ResolutionStore Open(string path) => File.Exists(path)
        ? ResolutionStore.Open(path)
        : throw new UsageException($"There is no store at {path} yet. Begin with: beeper-resolver import contacts.csv");
}
