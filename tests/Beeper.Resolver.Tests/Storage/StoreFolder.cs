namespace Beeper.Resolver.Tests.Storage;

/// <summary>A folder for one test's stores, deleted afterwards.</summary>
internal sealed class StoreFolder : IDisposable
{
    public StoreFolder() => Path = Directory.CreateTempSubdirectory("beeper-resolver-").FullName;

    public string Path { get; }

    public string Store => System.IO.Path.Combine(Path, "resolver.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
