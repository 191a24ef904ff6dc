using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>A row of the table of starts as SQLite gives it.</summary>
internal sealed record OperationRow(
    long Id, string AccountId, byte[] TargetKey, string ContactKey, string Effect, string State, long Attempt, string? Owner, long? NotBefore, long? StartedAt, string? ChatId, string? Status, long StatusCertain, string? Reason)
{
    private const string Columns = """
        op_id Id, account_id AccountId, target_key TargetKey, contact_key ContactKey, effect, state, attempt, owner, not_before NotBefore, started_at StartedAt,
        chat_id ChatId, status, status_certain StatusCertain, reason
        """;

    public static List<StartOperation> Query(SqliteConnection sqlite, DbTransaction? transaction, string where, object? parameters) =>
        [.. sqlite.Query<OperationRow>($"select {Columns} from op {where}", parameters, transaction).Select(static row => row.ToOperation())];

    private StartOperation ToOperation() => new(Id, AccountId, ContactKey, Enum.Parse<StartEffect>(Effect), EnumNames.Parse<OperationState>(State), (int)Attempt)
    {
        TargetKey = TargetKey,
        Owner = Owner,
        NotBefore = Time(NotBefore),
        StartedAt = Time(StartedAt),
        ChatId = ChatId,
        Status = Status is null ? null : EnumNames.Parse<ChatStatus>(Status),
        StatusIsCertain = StatusCertain != 0,
        Reason = Reason,
    };

    private static DateTimeOffset? Time(long? at) => at is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
