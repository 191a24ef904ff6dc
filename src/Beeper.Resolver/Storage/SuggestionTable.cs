using Beeper.Resolver.Merging;
using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>Contacts that may be one person, as the last merge left them.</summary>
public sealed class SuggestionTable
{
    private readonly StoreConnection _connection;

    internal SuggestionTable(StoreConnection connection) => _connection = connection;

    /// <summary>Replaces the suggestions, in one transaction.</summary>
    public void Save(IEnumerable<MergeSuggestion> suggestions) => _connection.Write((sqlite, transaction) =>
    {
        sqlite.Execute("delete from merge_suggestion", transaction: transaction);
        sqlite.Execute("insert into merge_suggestion (first_key, second_key, reason) values (@First, @Second, @reason)",
            suggestions.Select(static one => new { one.First, one.Second, reason = EnumNames.Of(one.Reason) }), transaction);
    });

    /// <summary>The suggestions, the best first.</summary>
    public IReadOnlyList<MergeSuggestion> Load() => _connection.Read(static sqlite => sqlite.Query<(string First, string Second, string Reason)>(
            "select first_key, second_key, reason from merge_suggestion")
        .Select(static row => new MergeSuggestion(row.First, row.Second, EnumNames.Parse<MergeReason>(row.Reason)))
        .OrderBy(static one => one.Reason).ThenBy(static one => one.First, StringComparer.Ordinal).ThenBy(static one => one.Second, StringComparer.Ordinal).ToList());
}
