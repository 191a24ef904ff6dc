using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// Whether records or decisions have changed since the contacts were merged. It is set in the transaction that changes them, so that a run
/// that ended between an import and its merge is made good by the next one.
/// </summary>
internal static class MergeState
{
    private const string Key = "merge_due";

    public static bool IsDue(SqliteConnection sqlite) => sqlite.ExecuteScalar<long>("select count(*) from meta where key = @Key", new { Key }) > 0;

    public static void SetDue(SqliteConnection sqlite, DbTransaction transaction) => sqlite.Execute("insert or ignore into meta (key, value) values (@Key, 'yes')", new { Key }, transaction);

    public static void SetDone(SqliteConnection sqlite, DbTransaction transaction) => sqlite.Execute("delete from meta where key = @Key", new { Key }, transaction);
}
