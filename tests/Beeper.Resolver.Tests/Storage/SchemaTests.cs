using Beeper.Resolver.Storage;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Tests.Storage;

/// <summary>Row F12: stores of earlier versions. A file of every schema that ever wrote a store stays in Fixtures.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, StoreSchema.Version - 1)];

    // This version's own file too: it holds what may no longer be changed.
    public static TheoryData<int> AllVersions => [.. Enumerable.Range(1, StoreSchema.Version)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void F12_an_older_store_is_migrated_and_a_copy_is_kept(int version)
    {
        CopyFixture(version);
        using (var store = ResolutionStore.Open(_folder.Store))
        {
            Assert.False(store.IsNew);
            Assert.Equal(2, store.Contacts.Count());
            using var held = RunLock.Acquire(_folder.Store);
            Assert.Equal(1, store.Operations.RecoverOrphans(held));
            Assert.Empty(store.Check());
            Assert.Equal("!chat:sandbox.local", Assert.Single(store.Operations.OfContact("c1")).ChatId);
        }
        Assert.Equal(StoreSchema.Version, VersionOf(_folder.Store));
        Assert.Equal(version, VersionOf(StoreSchema.BackupOf(_folder.Store, version)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void F12_an_older_store_is_not_changed_by_looking_at_it(int version)
    {
        CopyFixture(version);
        var before = File.ReadAllBytes(_folder.Store);
        Assert.Equal(StoreFault.Older, Assert.Throws<StoreException>(() => ResolutionStore.OpenReadOnly(_folder.Store)).Fault);
        Assert.Equal(before, File.ReadAllBytes(_folder.Store));
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void F12_a_store_of_any_version_comes_to_the_schema_of_a_new_one(int version)
    {
        CopyFixture(version);
        ResolutionStore.Open(_folder.Store).Dispose();
        var fresh = Path.Combine(_folder.Path, "new.db");
        ResolutionStore.Open(fresh).Dispose();
        Assert.Equal(Schema(fresh), Schema(_folder.Store));
    }

    [Fact]
    public void A_backup_opens_as_a_store_of_its_own_and_nothing_is_overwritten()
    {
        var copy = Path.Combine(_folder.Path, "copy.db");
        using var store = ResolutionStore.Open(_folder.Store);
        store.Backup(copy);
        Assert.Equal(StoreFault.BadPath, Assert.Throws<StoreException>(() => store.Backup(copy)).Fault);
        using var opened = ResolutionStore.Open(copy);
        Assert.Empty(opened.Check());
    }

    public void Dispose() => _folder.Dispose();

    private void CopyFixture(int version) => File.Copy(Path.Combine(AppContext.BaseDirectory, "Storage", "Fixtures", $"schema-{version}.db"), _folder.Store);

    private static int VersionOf(string path) => (int)(long)Scalar(path, "pragma user_version");

    private static string Schema(string path) => (string)Scalar(path, "select group_concat(sql, ';') from (select sql from sqlite_schema where sql is not null order by name)");

    private static object Scalar(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
