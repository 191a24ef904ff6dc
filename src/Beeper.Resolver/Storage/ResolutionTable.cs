using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>What is known per contact and account.</summary>
public sealed class ResolutionTable
{
    private readonly StoreConnection _connection;

    internal ResolutionTable(StoreConnection connection) => _connection = connection;

    /// <summary>
    /// Saves all resolutions of one contact in one transaction. They replace the contact's former ones, but a chat that is known stays
    /// known where the new resolution of that account says nothing better.
    /// </summary>
    public void Save(string contactKey, IReadOnlyList<StoredResolution> resolutions, byte[]? fingerprint) => Save([(contactKey, resolutions, fingerprint)]);

    /// <summary>Saves the resolutions of several contacts in one transaction.</summary>
    public void Save(IReadOnlyList<(string ContactKey, IReadOnlyList<StoredResolution> Resolutions, byte[]? Fingerprint)> contacts) => _connection.Write((sqlite, transaction) =>
    {
        var (open, within) = ((SqliteConnection)sqlite, (SqliteTransaction)transaction);
        using var clear = RecordWriter.Prepare(open, within, "delete from resolution where contact_key = $key and outcome <> 'resolved'", "$key");
        using var mark = RecordWriter.Prepare(open, within, "update contact set fingerprint = $fingerprint where key = $key", "$key", "$fingerprint");
        using var insert = RecordWriter.Prepare(open, within, """
            insert into resolution (contact_key, account_id, decision, outcome, status, chat_id, body, settled_at, expires_at)
            values ($key, $account, $decision, $outcome, $status, $chat, $body, $settled, $expires)
            on conflict (contact_key, account_id) do update set
                decision = excluded.decision, outcome = excluded.outcome, status = excluded.status, chat_id = excluded.chat_id,
                body = excluded.body, settled_at = excluded.settled_at, expires_at = excluded.expires_at
            where excluded.outcome in ('resolved', 'held')
            """, "$key", "$account", "$decision", "$outcome", "$status", "$chat", "$body", "$settled", "$expires");
        foreach (var (key, resolutions, fingerprint) in contacts)
        {
            Run(clear, key);
            foreach (var stored in resolutions)
                Run(insert, Values(key, stored));
            Run(mark, key, fingerprint);
        }
    });

    /// <summary>Adds evidence to what is known of a contact on an account; nothing changes where it is there already.</summary>
    public void AddEvidence(string contactKey, string accountId, Evidence evidence) => _connection.Write((sqlite, transaction) =>
    {
        var body = sqlite.QuerySingleOrDefault<string?>("select body from resolution where contact_key = @contactKey and account_id = @accountId", new { contactKey, accountId }, transaction);
        if (body is null || StoreJson.Read<Resolution>(body) is not { } known || known.Evidence.Any(one => one.Id == evidence.Id))
            return;
        sqlite.Execute("update resolution set body = @body where contact_key = @contactKey and account_id = @accountId",
            new { contactKey, accountId, body = StoreJson.Write(known with { Evidence = [.. known.Evidence, evidence] }) }, transaction);
    });

    /// <summary>The resolutions of the present contacts by contact key, accounts in order of their IDs.</summary>
    public ILookup<string, StoredResolution> Load() => Query("where contact_key in (select key from contact where absent = 0)", null).ToLookup(static stored => stored.Resolution.ContactKey);

    /// <summary>The resolutions of one contact.</summary>
    public IReadOnlyList<StoredResolution> Load(string contactKey) => Query("where contact_key = @contactKey", new { contactKey });

    /// <summary>How many present contacts × accounts ended how.</summary>
    public IReadOnlyList<(string AccountId, Outcome Outcome, ChatStatus? Status, int Count)> Counts() => _connection.Read(static sqlite => sqlite
        .Query<(string Account, string Outcome, string? Status, int Count)>("""
            select account_id, outcome, status, count(*) from resolution where contact_key in (select key from contact where absent = 0)
            group by account_id, outcome, status order by account_id
            """)
        .Select(static row => (row.Account, EnumNames.Parse<Outcome>(row.Outcome), row.Status is null ? (ChatStatus?)null : EnumNames.Parse<ChatStatus>(row.Status), row.Count)).ToList());

    private List<StoredResolution> Query(string where, object? parameters) => _connection.Read(sqlite => sqlite
        .Query<(string Body, long SettledAt, long? ExpiresAt)>($"select body, settled_at, expires_at from resolution {where} order by contact_key, account_id", parameters)
        .Select(static row => new StoredResolution(
            StoreJson.Read<Resolution>(row.Body),
            DateTimeOffset.FromUnixTimeMilliseconds(row.SettledAt),
            row.ExpiresAt is { } expires ? DateTimeOffset.FromUnixTimeMilliseconds(expires) : null)).ToList());

    private static object?[] Values(string key, StoredResolution stored)
    {
        var resolution = stored.Resolution;
        return
        [
            key, resolution.Account?.Id ?? "", EnumNames.Of(resolution.Decision), EnumNames.Of(resolution.Outcome ?? Outcome.Skipped), resolution.Status is { } status ? EnumNames.Of(status) : null,
            resolution.ChatId, StoreJson.Write(resolution), stored.SettledAt.ToUnixTimeMilliseconds(), stored.ExpiresAt?.ToUnixTimeMilliseconds(),
        ];
    }

    private static void Run(SqliteCommand command, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
