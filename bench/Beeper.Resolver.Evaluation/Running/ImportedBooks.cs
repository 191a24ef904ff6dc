using System.Diagnostics;
using Beeper.Resolver.Evaluation.Generating;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>A world's address books, written to files and read back by the real importer into a store of their own.</summary>
internal sealed class ImportedBooks : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evaluation-").FullName;

    public ImportedBooks(World world)
    {
        world.Write(_folder);
        Store = ResolutionStore.Open(Path.Combine(_folder, "store.db"));
        var import = new AddressBookImport(Store, new NormalizationOptions { DefaultRegion = World.HomeRegion });
        var watch = Stopwatch.StartNew();
        foreach (var format in BookFormat.All)
        {
            var result = import.Import(Path.Combine(_folder, format.File));
            Formats.Add($"{format.File} as {result.Layout.Format}, {result.Source.Imported} rows");
        }
        ImportTime = watch.Elapsed;
        watch.Restart();
        import.Merge();
        MergeTime = watch.Elapsed;
    }

    public ResolutionStore Store { get; }

    /// <summary>How each file was understood.</summary>
    public List<string> Formats { get; } = [];

    public TimeSpan ImportTime { get; }

    public TimeSpan MergeTime { get; }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
