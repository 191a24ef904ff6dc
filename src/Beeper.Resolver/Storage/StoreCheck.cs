using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>Looks a store over: its pages as SQLite sees them, its references, and what must always hold of its content.</summary>
internal static class StoreCheck
{
    private static readonly (string Problem, string Sql)[] Invariants =
    [
        ("resolved starts have no chat", "select count(*) from op where state = 'resolved' and chat_id is null"),
        ("starts count other attempts than were logged", "select count(*) from op where attempt <> (select count(*) from attempt a where a.op_id = op.op_id)"),
        ("starts in flight have a finished attempt", "select count(*) from op join attempt a on a.op_id = op.op_id and a.n = op.attempt where op.state = 'inflight' and a.outcome is not null"),
        ("attempts have no outcome although nothing is in flight", "select count(*) from attempt a join op using (op_id) where a.outcome is null and not (op.state = 'inflight' and op.attempt = a.n)"),
        ("first messages may have been sent twice", """
            select count(*) from op where effect = 'E3' and op_id in (select op_id from outbox)
            and (select count(*) from attempt a where a.op_id = op.op_id and a.has_text = 1 and a.outcome = 'resolved') > 1
            """),
        ("first messages are not starts that carry text", "select count(*) from outbox join op using (op_id) where op.effect <> 'E3'"),
        ("address books do not add up", "select count(*) from source where rows_read <> imported + rejected"),
        ("address books lost records", "select count(*) from source s where imported <> (select count(*) from record r where r.source_id = s.source_id and r.absent = 0)"),
        ("present contacts have no record", "select count(*) from contact where absent = 0 and key not in (select contact_key from contact_record)"),
        ("resolutions say resolved without a chat", "select count(*) from resolution where outcome = 'resolved' and chat_id is null"),
    ];

    /// <summary>The problems found, without personal data; empty for a sound store.</summary>
    public static IReadOnlyList<string> Run(SqliteConnection sqlite)
    {
        try
        {
            var problems = sqlite.Query<string>("pragma integrity_check").Where(static line => line != "ok").ToList();
            // Content is judged only where it can be read.
            if (problems.Count > 0)
                return problems;
            var dangling = sqlite.Query("pragma foreign_key_check").Count();
            if (dangling > 0)
                problems.Add($"{dangling.ToString(CultureInfo.InvariantCulture)} rows refer to rows that are not there");
            foreach (var (problem, sql) in Invariants)
            {
                if (sqlite.ExecuteScalar<long>(sql) is > 0 and var count)
                    problems.Add($"{count.ToString(CultureInfo.InvariantCulture)} {problem}");
            }
            return problems;
        }
        catch (SqliteException error) when (error.SqliteErrorCode == 11)
        {
            return ["the file is damaged so badly that it cannot be checked"];
        }
    }
}
