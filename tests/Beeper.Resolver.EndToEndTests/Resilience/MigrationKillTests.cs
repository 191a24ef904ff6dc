using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Storage;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Row F4: a kill while the store of an older version is brought up to date leaves the old schema or a newer one, never something between.</summary>
public sealed class MigrationKillTests
{
    [Theory]
    [InlineData(1, "fsync,fdatasync")]
    [InlineData(2, "fsync,fdatasync")]
    [InlineData(1, "pwrite64")]
    public async Task F4_a_kill_during_the_migration_of_an_old_store_leaves_a_whole_schema(int version, string calls)
    {
        var points = await Tracer.EveryAsync(500, async nth =>
        {
            // Every write is the long run's; every seventh meets each kind of page.
            if (calls == "pwrite64" && !LongRun.IsWanted)
                nth = 1 + ((nth - 1) * 7);
            using var session = new ToolSession();
            var path = session.Folder["resolver.db"];
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"schema-{version}.db"), path);
            string[] migrate = ["store", "migrate", "--store", path];
            var isMet = await Tracer.KillAsync(migrate, calls, nth);
            Assert.InRange(VersionOf(path), version, StoreSchema.Version);
            Assert.Equal(0, (await session.RunAsync(migrate)).ExitCode);
            Assert.Equal(StoreSchema.Version, VersionOf(path));
            using var store = ResolutionStore.Open(path);
            Assert.Equal(2, store.Contacts.Count());
            using (var held = RunLock.Acquire(path))
                Assert.Equal(1, store.Operations.RecoverOrphans(held));
            Assert.Empty(store.Check());
            Assert.Equal("!chat:sandbox.local", Assert.Single(store.Operations.OfContact("c1")).ChatId);
            return isMet;
        });
        Assert.True(points >= 4, $"only {points} calls were met");
    }

    private static int VersionOf(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        return (int)(long)command.ExecuteScalar()!;
    }
}
