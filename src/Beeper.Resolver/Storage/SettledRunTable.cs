using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The counts of a run that left nothing due. They are worked out from the answers in the store, so that they are what looking at each
/// contact again would give, and the store itself forgets them with the first change to what they are made of.
/// </summary>
public sealed class SettledRunTable
{
    private readonly StoreConnection _connection;

    internal SettledRunTable(StoreConnection connection) => _connection = connection;

    /// <summary>Keeps the counts, unless a present contact has no answer or one that was left.</summary>
    /// <param name="workKey">A digest of all that decided the work beside the contacts.</param>
    public void Save(ReadOnlyMemory<byte> workKey) => _connection.Write((sqlite, transaction) =>
    {
        Forget(sqlite);
        if (MergeState.IsDue(sqlite) || Outcomes(sqlite) is not { } outcomes)
            return;
        var run = new SettledRun(outcomes.Values.Sum(), outcomes, Accounts(sqlite));
        var due = sqlite.ExecuteScalar<long?>("select min(expires_at) from resolution where contact_key in (select key from contact where absent = 0)", transaction: transaction);
        sqlite.Execute("insert into settled_run (settled_id, work_key, due_at, summary) values (1, @key, @due, @summary)", new { key = workKey.ToArray(), due, summary = StoreJson.Write(run) }, transaction);
    });

    /// <summary>The counts of the same work; null where something is due at this time.</summary>
    public SettledRun? Find(ReadOnlyMemory<byte> workKey, DateTimeOffset now) => _connection.Read(sqlite => sqlite.QuerySingleOrDefault<string?>(
        "select summary from settled_run where work_key = @key and (due_at is null or due_at > @now)", new { key = workKey.ToArray(), now = now.ToUnixTimeMilliseconds() })) is { } summary
            ? StoreJson.Read<SettledRun>(summary)
            : null;

    internal static void Forget(SqliteConnection sqlite) => sqlite.Execute("delete from settled_run");

    // A contact's outcome is the one that counts most over all accounts; null where a contact has no answer.
    private static Dictionary<Outcome, int>? Outcomes(SqliteConnection sqlite)
    {
        var rows = sqlite.Query<(long? Rank, int Count)>("""
            select rank, count(*) from (
                select case when c.fingerprint is null then null else
                    (select min(case r.outcome when 'resolved' then 0 when 'unknown' then 1 when 'failed' then 2 when 'held' then 3 when 'not_found' then 4 else 5 end) from resolution r where r.contact_key = c.key) end rank
                from contact c where c.absent = 0)
            group by rank
            """).ToList();
        if (rows.Count == 0 || rows.Exists(static row => row.Rank is null))
            return null;
        Outcome[] byRank = [Outcome.Resolved, Outcome.Unknown, Outcome.Failed, Outcome.Held, Outcome.NotFound, Outcome.Skipped];
        return rows.ToDictionary(row => byRank[(int)row.Rank!.Value], static row => row.Count);
    }

    private static List<SettledCount> Accounts(SqliteConnection sqlite)
    {
        var networks = new Dictionary<string, string>(StringComparer.Ordinal);
        var counts = new List<SettledCount>();
        foreach (var (account, outcome, status, count) in sqlite.Query<(string Account, string Outcome, string? Status, int Count)>("""
            select account_id, outcome, status, count(*) from resolution where account_id <> '' and contact_key in (select key from contact where absent = 0)
            group by account_id, outcome, status order by account_id, outcome, status
            """))
        {
            if (!networks.TryGetValue(account, out var network))
                networks[account] = network = StoreJson.Read<Resolution>(sqlite.QueryFirst<string>("select body from resolution where account_id = @account limit 1", new { account })).Account?.Network ?? "";
            counts.Add(new SettledCount(account, network, EnumNames.Parse<Outcome>(outcome), status is null ? null : EnumNames.Parse<ChatStatus>(status), count));
        }
        return counts;
    }
}
