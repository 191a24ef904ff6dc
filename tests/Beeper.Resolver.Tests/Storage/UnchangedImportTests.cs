using System.Text;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Tests.Storage;

/// <summary>A file is read again as soon as its content or anything that decides how it is read is another.</summary>
public sealed class UnchangedImportTests : IDisposable
{
    private const string Content = "Name,Phone,Extra\nHarriet Quill,(212) 555-0142,one\nMilo Lind,212 555 0143,two\n";

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_file_read_the_same_way_is_not_read()
    {
        using var store = ResolutionStore.Open(_folder.Store);
        Assert.False(Import(store, Content));
        Assert.True(Import(store, Content));
    }

    [Fact]
    public void A_region_an_encoding_a_separator_or_a_mapping_reads_it_again()
    {
        using var store = ResolutionStore.Open(_folder.Store);
        Import(store, Content);
        Assert.False(Import(store, Content, region: "GB"));
        Assert.False(Import(store, Content, options: new AddressBookOptions { Encoding = Encoding.Latin1 }));
        Assert.False(Import(store, Content, options: new AddressBookOptions { Separator = ',' }));
        Assert.False(Import(store, Content, options: new AddressBookOptions { Columns = [ColumnMapping.Parse("Extra=organization")] }));
    }

    [Fact]
    public void Another_content_under_the_same_name_replaces_it()
    {
        using var store = ResolutionStore.Open(_folder.Store);
        Import(store, Content);
        Assert.False(Import(store, Content + "Ada Sen,212 555 0144,three\n"));
        Assert.Equal(3, store.Sources.LoadRecords("book.csv").Count);
    }

    [Fact]
    public void What_another_build_imported_is_read_again()
    {
        using (var store = ResolutionStore.Open(_folder.Store))
            Import(store, Content);
        using (var sqlite = new SqliteConnection($"Data Source={_folder.Store};Pooling=False"))
        {
            sqlite.Open();
            using var command = sqlite.CreateCommand();
            command.CommandText = "update source set settings = replace(settings, $build, 'another')";
            command.Parameters.AddWithValue("$build", BuildIdentity.Value);
            Assert.Equal(1, command.ExecuteNonQuery());
        }
        using var again = ResolutionStore.Open(_folder.Store);
        Assert.False(Import(again, Content));
        Assert.True(Import(again, Content));
    }

    [Fact]
    public void Contacts_merged_from_memory_are_those_merged_from_the_store()
    {
        using var store = ResolutionStore.Open(_folder.Store);
        var path = Path.Combine(_folder.Path, "book.csv");
        File.WriteAllText(path, "Name,Phone,E-mail\n\"Harriet \uFFFD Quill\",(212) 555-0142,hq@example.com\nHarriet Quill,212 555 0142,\n,,milo@example.com\n");
        var import = new AddressBookImport(store, new NormalizationOptions { DefaultRegion = "US" });
        import.Import(path);
        import.Merge();
        var stored = store.Contacts.Load().Select(static one => one.Contact).ToList();
        Assert.Equal(stored.Select(Line), import.Contacts!.Select(Line));
        new AddressBookImport(store, new NormalizationOptions()).Merge();
        Assert.Equal(stored.Select(Line), store.Contacts.Load().Select(static one => Line(one.Contact)));
        Assert.Empty(store.Check());
    }

    private bool Import(ResolutionStore store, string content, string region = "US", AddressBookOptions? options = null)
    {
        var path = Path.Combine(_folder.Path, "book.csv");
        File.WriteAllText(path, content);
        return new AddressBookImport(store, new NormalizationOptions { DefaultRegion = region }, options).Import(path).Unchanged;
    }

    private static string Line(Contact contact) =>
        $"{contact.Key} {contact.Name} {string.Join(' ', contact.Identifiers.Select(static one => one.Identifier))} {string.Join(' ', contact.Records.Select(static one => one.Location))}";
}
