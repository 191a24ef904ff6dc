using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>Opens a store that must be there already, for commands that make none.</summary>
internal static class ExistingStore
{
    /// <summary>Opens it to be changed.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static ResolutionStore Open(string path, StoreOptions? options = null)
    {
        Require(path);
        return ResolutionStore.Open(path, options ?? new StoreOptions());
    }

    /// <summary>Opens it to be looked at, which works while a run is going on and where nothing can be written.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static ResolutionStore OpenReadOnly(string path)
    {
        Require(path);
        return ResolutionStore.OpenReadOnly(path);
    }

    private static void Require(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no store at {path} yet. Begin with: beeper-resolver import contacts.csv");
    }
}
