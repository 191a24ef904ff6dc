using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>
/// First messages: at most one per account, chat and campaign, and at most one per contact and campaign, for ever. Each is a start of effect
/// E3 and goes through <see cref="OperationTable"/> like any other.
/// </summary>
public sealed class OutboxTable
{
    private readonly StoreConnection _connection;

    internal OutboxTable(StoreConnection connection) => _connection = connection;

    /// <summary>The first message of a contact, entered where neither the chat nor the contact has one.</summary>
    /// <returns>The one that counts: an earlier one may be in another chat, or of another contact.</returns>
    public OutboxEntry Prepare(string accountId, string chatId, string campaign, string contactKey, byte[] bodyDigest) => _connection.Write((sqlite, transaction) =>
    {
        var known = sqlite.QueryFirstOrDefault<(long Id, string ChatId, string ContactKey)?>("""
            select op_id, chat_id, contact_key from outbox where account_id = @accountId and chat_id = @chatId and campaign = @campaign
            union all
            select op_id, chat_id, contact_key from outbox where contact_key = @contactKey and campaign = @campaign
            """, new { accountId, chatId, campaign, contactKey }, transaction);
        if (known is { } entry)
            return new OutboxEntry(OperationRow.Query(sqlite, transaction, "where op_id = @Id", new { entry.Id }).Single(), entry.ChatId, entry.ContactKey);
        var operation = OperationTable.Prepare(sqlite, transaction, accountId, TargetKey(accountId, chatId, campaign), contactKey, StartEffect.E3);
        sqlite.Execute("insert into outbox (account_id, chat_id, campaign, contact_key, op_id, body_digest) values (@accountId, @chatId, @campaign, @contactKey, @Id, @bodyDigest)",
            new { accountId, chatId, campaign, contactKey, operation.Id, bodyDigest }, transaction);
        return new OutboxEntry(operation, chatId, contactKey);
    });

    /// <summary>The chat a first message is for; null for a start that is none.</summary>
    public string? ChatOf(long operationId) => _connection.Read(sqlite => sqlite.ExecuteScalar<string?>("select chat_id from outbox where op_id = @operationId", new { operationId }));

    /// <summary>The state of the contacts' first messages in a campaign, by contact key.</summary>
    public IReadOnlyDictionary<string, OperationState> States(string campaign) => _connection.Read(sqlite => sqlite
        .Query<(string Key, string State)>("select x.contact_key, o.state from outbox x join op o using (op_id) where x.campaign = @campaign", new { campaign })
        .ToDictionary(static row => row.Key, static row => EnumNames.Parse<OperationState>(row.State), StringComparer.Ordinal));

    private static byte[] TargetKey(string accountId, string chatId, string campaign) => SHA256.HashData(Encoding.UTF8.GetBytes($"message\n{accountId}\n{chatId}\n{campaign}"));
}
