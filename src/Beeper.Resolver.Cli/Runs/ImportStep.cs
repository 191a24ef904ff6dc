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
        CheckNames(files);
        foreach (var file in files)
            Check(file, options);
    }

    /// <summary>The files that cannot be read.</summary>
    /// <exception cref="UsageException">Two files have the same name, which is an address book's identity.</exception>
    public static List<RefusedFile> Unreadable(IReadOnlyList<string> files, AddressBookOptions options)
    {
        CheckNames(files);
        var refused = new List<RefusedFile>();
        foreach (var file in files)
            Try(file, refused, path => Check(path, options));
        return refused;
    }

    private static void Check(string file, AddressBookOptions options)
    {
        if (IsPipe(file))
            throw new AddressBookException("FILE_IS_PIPE", $"{file} is a pipe, which can be read only once. Write its content to a file and name that.");
        AddressBook.Open(file, options).Dispose();
    }

    private static bool IsPipe(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return !stream.CanSeek;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Opening it as an address book says what is wrong.
            return false;
        }
    }

    private static void CheckNames(IReadOnlyList<string> files)
    {
        if (files.GroupBy(Path.GetFileName, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1) is { } twins)
            throw new UsageException($"Two of the files are named {twins.Key}. An address book is known by its file name; rename one of them.");
    }

    private static void Try(string file, List<RefusedFile> refused, Action<string> read)
    {
        try
        {
            read(file);
        }
        catch (AddressBookException why)
        {
            refused.Add(new RefusedFile(file, why));
        }
    }

    /// <summary>Imports the files and merges the contacts.</summary>
    /// <returns>One result per file, in their order.</returns>
    public IReadOnlyList<ImportResult> Import(IReadOnlyList<string> files)
    {
        var refused = new List<RefusedFile>();
        var results = ImportEach(files, refused);
        return refused.Count == 0 ? results : throw refused[0].Why;
    }

    /// <summary>Imports the files one by one, past those that cannot be used, and merges the contacts.</summary>
    /// <param name="files">The files.</param>
    /// <param name="refused">Gets those that were not imported.</param>
    /// <returns>One result per imported file, in their order.</returns>
    public IReadOnlyList<ImportResult> ImportEach(IReadOnlyList<string> files, List<RefusedFile> refused)
    {
        var import = new AddressBookImport(store, settings.Normalization, options);
        var results = new List<ImportResult>();
        foreach (var file in files)
            Try(file, refused, path => results.Add(import.Import(path)));
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
