using Beeper.Resolver.Merging;
using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>Contacts that may be one person, as the last merge left them.</summary>
public sealed class SuggestionTable
{
    private readonly StoreConnection _connection;

    internal SuggestionTable(StoreConnection connection) => _connection = connection;

    /// <summary>Replaces the suggestions and what their probabilities were worked out with, in one transaction; that ends a merge.</summary>
    public void Save(IEnumerable<MergeSuggestion> suggestions, SuggestionLearning? learning = null) => _connection.Write((sqlite, transaction) =>
    {
        sqlite.Execute("delete from merge_suggestion; delete from suggestion_model", transaction: transaction);
        sqlite.Execute("insert into merge_suggestion (first_key, second_key, reason, probability, evidence) values (@First, @Second, @reason, @Probability, @evidence)",
            suggestions.Select(static one => new { one.First, one.Second, reason = EnumNames.Of(one.Reason), one.Probability, evidence = one.Evidence.Count == 0 ? null : StoreJson.Write(one.Evidence) }), transaction);
        MergeState.SetDone(sqlite, transaction);
        if (learning is not null)
            sqlite.Execute("insert into suggestion_model (model_id, version, confirmed, rejected, body) values (1, @Version, @Confirmed, @Rejected, @Body)", learning, transaction);
    });

    /// <summary>How many there are.</summary>
    public int Count() => _connection.Read(static sqlite => sqlite.ExecuteScalar<int>("select count(*) from merge_suggestion"));

    /// <summary>The suggestions, the likeliest first.</summary>
    public IReadOnlyList<MergeSuggestion> Load() => _connection.Read(static sqlite => sqlite.Query<(string First, string Second, string Reason, double? Probability, string? Evidence)>(
            "select first_key, second_key, reason, probability, evidence from merge_suggestion")
        .Select(static row => new MergeSuggestion(row.First, row.Second, EnumNames.Parse<MergeReason>(row.Reason))
        {
            Probability = row.Probability,
            Evidence = row.Evidence is null ? [] : StoreJson.Read<IReadOnlyList<Evidence>>(row.Evidence),
        })
        .OrderByDescending(static one => one.Probability).ThenBy(static one => one.Reason).ThenBy(static one => one.First, StringComparer.Ordinal).ThenBy(static one => one.Second, StringComparer.Ordinal).ToList());

    /// <summary>What the probabilities were worked out with; null before the first merge of this version.</summary>
    public SuggestionLearning? Learning() => _connection.Read(static sqlite => sqlite.QueryFirstOrDefault<(string Version, long Confirmed, long Rejected, string Body)?>("select version, confirmed, rejected, body from suggestion_model"))
        is { } row ? new SuggestionLearning(row.Version, (int)row.Confirmed, (int)row.Rejected, row.Body) : null;
}
