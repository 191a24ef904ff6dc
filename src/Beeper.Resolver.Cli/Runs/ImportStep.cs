using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>Imports the files of a command line and merges the contacts, before anything else is done.</summary>
internal sealed class ImportStep(ResolutionStore store, ResolvedSettings settings, AddressBookOptions options)
{
    /// <summary>The contacts, where they were merged anew; null where they are as the store has them.</summary>
    public IReadOnlyList<Contact>? Contacts { get; private set; }

    /// <summary>Makes sure that every file can be read, before a store is made or any file is imported.</summary>
    /// <exception cref="AddressBookException">A file cannot be used.</exception>
    /// <exception cref="UsageException">Two files have the same name, which is an address book's identity.</exception>
    public static void CheckFiles(IReadOnlyList<string> files, AddressBookOptions options)
    {
        if (files.GroupBy(Path.GetFileName, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1) is { } twins)
            throw new UsageException($"Two of the files are named {twins.Key}. An address book is known by its file name; rename one of them.");
        foreach (var file in files)
            AddressBook.Open(file, options).Dispose();
    }

    /// <summary>Imports the files and merges the contacts.</summary>
    /// <returns>One result per file, in their order.</returns>
    public IReadOnlyList<ImportResult> Import(IReadOnlyList<string> files)
    {
        var import = new AddressBookImport(store, settings.Normalization, options);
        var results = files.Select(import.Import).ToList();
        if (store.IsMergeDue || !store.Contacts.Any())
            import.Merge();
        Contacts = import.Contacts;
        foreach (var result in results)
        {
            if (result.Source.RowsRead != result.Source.Imported + result.Source.Rejected)
                throw new InvariantException($"{result.Source.Name}: {result.Source.RowsRead} rows were read, {result.Source.Imported} imported and {result.Source.Rejected} rejected.");
        }
        return results;
    }
}
