using Beeper.Resolver.Merging;
using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>What the user decided about who is one person. Nothing is ever deleted; the newest of two contradicting decisions holds.</summary>
public sealed class DecisionTable
{
    private readonly StoreConnection _connection;

    internal DecisionTable(StoreConnection connection) => _connection = connection;

    /// <summary>Keeps decisions, in one transaction, after which a merge is due.</summary>
    public void Add(IEnumerable<MergeDecision> decisions) => _connection.Write((sqlite, transaction) =>
    {
        MergeState.SetDue(sqlite, transaction);
        foreach (var decision in decisions)
        {
            sqlite.Execute("insert into decision (kind, subject, object, decided_at) values (@kind, @subject, @other, @at)", new
            {
                kind = EnumNames.Of(decision.Kind),
                subject = StoreJson.Write(decision.First),
                other = StoreJson.Write(decision.Second),
                at = decision.DecidedAt.ToUnixTimeMilliseconds(),
            }, transaction);
        }
    });

    /// <summary>The decisions about merging, oldest first.</summary>
    public IReadOnlyList<MergeDecision> Load() => _connection.Read(static sqlite => sqlite.Query<(string Kind, string Subject, string Object, long At)>("""
        select kind, subject, object, decided_at from decision where kind in ('merge', 'keep-apart') and object is not null order by decided_at, decision_id
        """).Select(static row => new MergeDecision(
            EnumNames.Parse<MergeDecisionKind>(row.Kind), StoreJson.Read<MergeSubject>(row.Subject), StoreJson.Read<MergeSubject>(row.Object), DateTimeOffset.FromUnixTimeMilliseconds(row.At))).ToList());
}
