using Beeper.Resolver.Merging;
using Beeper.Resolver.Ranking.Suggestions;
using static Beeper.Resolver.Tests.Merging.Rows;

namespace Beeper.Resolver.Tests.Ranking.Suggestions;

public sealed class SuggestionJudgeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    // Pairs of contacts with the same rare name in two books: the first two of each decided, the others suggested.
    private static readonly IReadOnlyList<Contact> Contacts = Merge([.. Enumerable.Range(0, Names.Length).SelectMany(static number => new[]
    {
        Row("google.csv", number + 1, Names[number], Email($"a{number}@example.com")),
        Row("phone.csv", number + 1, Names[number], Email($"other{number}@example.org")),
    })]);

    private static string[] Names => ["Harriet Quill", "Milo Lindqvist", "Ines Duarte", "Tomasz Kowalczyk", "Aylin Demirel", "Greta Aalto", "Bruno Fontaine", "Noor Haddad"];

    [Fact]
    public void Confirmed_pairs_raise_those_like_them() => Assert.True(Probability(Decide(MergeDecisionKind.Merge, 0)) > Probability([]));

    [Fact]
    public void Rejected_pairs_lower_those_like_them() => Assert.True(Probability(Decide(MergeDecisionKind.KeepApart, 0)) < Probability([]));

    [Fact]
    public void More_decisions_say_more()
    {
        Assert.True(Probability(Decide(MergeDecisionKind.KeepApart, 0, 1, 2)) < Probability(Decide(MergeDecisionKind.KeepApart, 0)));
        Assert.True(Probability(Decide(MergeDecisionKind.Merge, 0, 1, 2)) > Probability(Decide(MergeDecisionKind.Merge, 0)));
    }

    [Fact]
    public void The_same_decisions_in_any_order_give_the_same_model()
    {
        MergeDecision[] decisions = [.. Decide(MergeDecisionKind.Merge, 0, 1), .. Decide(MergeDecisionKind.KeepApart, 2), .. Decide(MergeDecisionKind.Merge, 2), .. Decide(MergeDecisionKind.KeepApart, 3)];
        var (one, other) = (new SuggestionJudge(Contacts, decisions).Model, new SuggestionJudge([.. Contacts.Reverse()], [.. decisions.Reverse()]).Model);
        Assert.Equal(one.Rates, other.Rates);
        Assert.All(SuggestionPattern.Traits, trait => Assert.Equal(one.Weights[trait], other.Weights[trait]));
    }

    [Fact]
    public void The_newest_word_about_two_people_is_the_example()
    {
        var changed = Decide(MergeDecisionKind.Merge, 0).Select(static decision => decision with { DecidedAt = Monday.AddDays(1) });
        Assert.Equal(Probability(Decide(MergeDecisionKind.Merge, 0)), Probability([.. Decide(MergeDecisionKind.KeepApart, 0), .. changed]));
    }

    [Fact]
    public void Without_decisions_the_shipped_rates_hold() =>
        Assert.Equal(SuggestionNumbers.Default.Rates.OrderBy(static one => one.Key), new SuggestionJudge(Contacts, []).Model.Rates.OrderBy(static one => one.Key));

    [Fact]
    public void Decisions_about_one_reason_leave_the_rates_of_others()
    {
        var model = new SuggestionJudge(Contacts, Decide(MergeDecisionKind.KeepApart, 0, 1)).Model;
        Assert.Equal(SuggestionNumbers.Default.Rates[MergeReason.SharedIdentifierWeakName], model.Rates[MergeReason.SharedIdentifierWeakName]);
        Assert.True(model.Rates[MergeReason.SameName] < SuggestionNumbers.Default.Rates[MergeReason.SameName]);
    }

    [Fact]
    public void The_same_organisation_says_more_than_another_one()
    {
        NormalizedRecord[] records = [.. Enumerable.Range(0, Names.Length).SelectMany(static number => new[]
        {
            Row("google.csv", number + 1, Names[number]).At($"Firm {number} of {Names[number]}"),
            Row("phone.csv", number + 1, Names[number]).At(number == 0 ? "Firm 0 of Harriet Quill" : $"Works {number * 77} & Sons"),
        })];
        // Without the rule that merges the same name and organisation at once.
        var contacts = new ContactMerger(new MergePolicy { MergesByOrganization = false }).Merge(records, []);
        var judge = new SuggestionJudge(contacts, []);
        Assert.True(Find(judge, contacts, 0).Probability > Find(judge, contacts, 1).Probability);
    }

    [Fact]
    public void The_likeliest_come_first()
    {
        var judge = new SuggestionJudge(Contacts, Decide(MergeDecisionKind.KeepApart, 0, 1, 2, 3, 6, 7));
        var judged = judge.Judge([Suggestion(Contacts, 4), Suggestion(Contacts, 5) with { Reason = MergeReason.SharedIdentifierWeakName }]);
        Assert.Equal([MergeReason.SharedIdentifierWeakName, MergeReason.SameName], judged.Select(static one => one.Reason));
        Assert.True(judged[0].Probability > judged[1].Probability);
    }

    [Fact]
    public void What_decisions_add_is_said()
    {
        var evidence = Find(new SuggestionJudge(Contacts, Decide(MergeDecisionKind.KeepApart, 0, 1)), Contacts, 5).Evidence;
        Assert.Contains(evidence, static one => one is { Id: "suggestion.decided", Weight: < 0 } && one.Text.EndsWith("confirmed 0 and rejected 2", StringComparison.Ordinal));
        Assert.DoesNotContain(Find(new SuggestionJudge(Contacts, []), Contacts, 5).Evidence, static one => one.Id == "suggestion.decided");
    }

    private static double Probability(IReadOnlyList<MergeDecision> decisions) => Find(new SuggestionJudge(Contacts, decisions), Contacts, 5).Probability!.Value;

    private static MergeSuggestion Find(SuggestionJudge judge, IReadOnlyList<Contact> contacts, int number) => Assert.Single(judge.Judge([Suggestion(contacts, number)]));

    private static MergeSuggestion Suggestion(IReadOnlyList<Contact> contacts, int number)
    {
        var keys = contacts.Where(contact => contact.Name == Names[number]).Select(static contact => contact.Key).Order(StringComparer.Ordinal).ToList();
        return new MergeSuggestion(keys[0], keys[1], MergeReason.SameName);
    }

    private static MergeDecision[] Decide(MergeDecisionKind kind, params int[] numbers) => [.. numbers.Select(number =>
    {
        var contacts = Contacts.Where(contact => contact.Name == Names[number]).ToList();
        return new MergeDecision(kind, MergeSubject.Of(contacts[0]), MergeSubject.Of(contacts[1]), Monday);
    })];
}
