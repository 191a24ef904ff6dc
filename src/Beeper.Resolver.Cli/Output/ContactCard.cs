using System.Globalization;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Output;

/// <summary>One contact for a person to read.</summary>
internal sealed class ContactCard(Terminal terminal, ResolutionStore store, NetworkCatalog networks)
{
    public void Show(Contact contact, IReadOnlyList<StoredResolution> resolutions)
    {
        terminal.Line($"{(contact.Name.Length == 0 ? "(no name)" : VisibleText.Of(contact.Name))}   {contact.Key}");
        terminal.Line();
        terminal.Line("records");
        foreach (var record in contact.Records)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {VisibleText.Of(record.Location.Source)}:{record.Location.Line}  {VisibleText.Of(record.Name)}{Problems(record)}"));
        ShowMerging(contact);
        terminal.Line("identifiers");
        foreach (var given in contact.Identifiers)
            terminal.Line($"  {IdentifierKindNames.Of(given.Identifier.Kind),-8} {VisibleText.Of(given.Identifier.Value)}  {Details(given)}");
        ShowCandidates(contact);
        ShowAttempts(contact);
        terminal.Line("chats");
        foreach (var stored in resolutions)
        {
            var resolution = stored.Resolution;
            terminal.Line($"  {VisibleText.Of(resolution.Account?.Id ?? "no account")}  {DecisionText.Of(resolution)}  {VisibleText.Of(resolution.ChatId)}  {DecisionText.Reason(resolution)}");
            terminal.Line($"    {Explanation.Of(resolution)}");
            foreach (var change in Explanation.Changes(resolution))
                terminal.Line($"    {change}");
        }
        if (resolutions.Count == 0)
            terminal.Line("  not resolved yet: beeper-resolver resolve");
    }

    private void ShowMerging(Contact contact)
    {
        foreach (var evidence in MergeExplanation.Of(contact))
            terminal.Line($"  {Row(evidence.Record)} with {Row(evidence.With)}: {evidence.Text}{(evidence.IsWeak ? " (weak)" : "")}");
        foreach (var suggestion in store.Suggestions.Load().Where(one => one.First == contact.Key || one.Second == contact.Key))
            terminal.Line($"  may be one person with {(suggestion.First == contact.Key ? suggestion.Second : suggestion.First)}: {SuggestionText.Reason(suggestion)}");
    }

    private static string Row(SourceLocation location) => string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Of(location.Source)}:{location.Line}");

    private void ShowCandidates(Contact contact)
    {
        var contacts = store.Contacts.Load();
        var accounts = store.Accounts.Load().Accounts;
        var ranker = new CandidateRanker(networks, RankingModel.Of([.. contacts.Select(static one => one.Contact)]), accounts);
        terminal.Line("candidates");
        var candidates = ranker.Rank(contact, accounts).SelectMany(static one => one).ToList();
        foreach (var candidate in candidates)
        {
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {VisibleText.Of(candidate.Account.Id)}  {VisibleText.Of(candidate.Identifier.Value)}  {candidate.Decision.ToString().ToLowerInvariant()}  {candidate.Score:0.0}"));
            foreach (var evidence in candidate.Evidence)
                terminal.Line(string.Create(CultureInfo.InvariantCulture, $"    {evidence.Weight,5:+0.0;-0.0;} {evidence.Text}  [{evidence.Id}]"));
        }
        if (candidates.Count == 0)
            terminal.Line("  none");
    }

    private void ShowAttempts(Contact contact)
    {
        var operations = store.Operations.OfContact(contact.Key);
        terminal.Line("attempts");
        foreach (var operation in operations)
            terminal.Line($"  {VisibleText.Of(operation.AccountId)}  {operation.State.ToString().ToLowerInvariant()}  {operation.Attempt} sent  {VisibleText.Of(operation.Reason)}");
        if (operations.Count == 0)
            terminal.Line("  none");
    }

    private static string Problems(NormalizedRecord record) => record.Problems.Count == 0 ? "" : $"  ({string.Join(", ", record.Problems.Select(static problem => VisibleText.Of(problem.ToString())))})";

    private static string Details(ContactIdentifier given)
    {
        var first = given.Occurrences[0];
        var parts = new[] { first.Label, given.Identifier.Network is { } network ? $"on {network}" : null, first.Type?.ToString(), first.Valid == false ? "in no assigned range" : null, given.Sources > 1 ? $"in {given.Sources} address books" : null };
        return VisibleText.Of(string.Join(", ", parts.OfType<string>()));
    }
}
