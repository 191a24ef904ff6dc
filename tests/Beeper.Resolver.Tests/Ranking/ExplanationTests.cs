using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Tests.Ranking;

public sealed class ExplanationTests
{
    private static readonly Evidence[] Found =
    [
        new("phone.type.mobile", 3, "mobile number"), new("phone.country.differs", -0.5, "from another country than the contact's other numbers"), new("phone.label.mobile", 2, "labelled mobile"),
        new("lookup.name.strong", 6, "the network shows the same full name"),
    ];

    [Fact]
    public void Every_contribution_is_said_with_its_weight_and_the_score_they_come_to() =>
        Assert.Equal("(+3.0 mobile number), −0.5 from another country than the contact's other numbers, (+2.0 labelled mobile), +6.0 the network shows the same full name => 82/100, start", Explanation.Of(Of(Found, 82.1)));

    [Fact]
    public void Before_anybody_is_found_all_of_it_counts() => Assert.Equal("+3.0 mobile number, +2.0 labelled mobile => 41/100, start", Explanation.Of(Of([Found[0], Found[2]], 41)));

    [Fact]
    public void The_brief_form_gives_the_three_largest_that_count_and_every_veto()
    {
        var held = Of([.. Found, new Evidence("hold.name_conflict", 0, "the network shows another name")], 55) with { Decision = Decision.Hold, Outcome = Outcome.Held };
        Assert.Equal("−0.5 from another country than the contact's other numbers, +6.0 the network shows the same full name, hold: the network shows another name => 55/100, hold, held", Explanation.Brief(held));
    }

    [Fact]
    public void What_changed_since_the_last_run_is_said()
    {
        var before = Of([Found[0], new Evidence("hold.name_silent", 0, "no name")], 40) with { Decision = Decision.Hold, Outcome = Outcome.Held };
        var now = Of(Found, 82);
        now = now with { Earlier = EarlierDecision.Of(before, now) };
        var changes = Explanation.Changes(now);
        Assert.Contains("was hold, held, now start", changes);
        Assert.Contains("score was 40, now 82", changes);
        Assert.Contains("new: the network shows the same full name (lookup.name.strong)", changes);
        Assert.Contains("gone: hold.name_silent", changes);
    }

    [Fact]
    public void A_decision_that_is_the_same_has_no_changes()
    {
        var one = Of(Found, 82);
        Assert.Null(EarlierDecision.Of(one, one));
        Assert.Empty(Explanation.Changes(one));
    }

    private static Resolution Of(IReadOnlyList<Evidence> evidence, double score) => new() { ContactKey = "k", Decision = Decision.Start, Score = score, Evidence = evidence };
}
