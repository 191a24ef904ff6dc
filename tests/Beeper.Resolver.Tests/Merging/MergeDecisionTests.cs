using Beeper.Resolver.Merging;
using static Beeper.Resolver.Tests.Merging.Rows;

namespace Beeper.Resolver.Tests.Merging;

public sealed class MergeDecisionTests
{
    private static readonly NormalizedRecord Google = Row("google.csv", 1, "Harriet Quill", Phone(Mobile));
    private static readonly NormalizedRecord Outlook = Row("outlook.csv", 1, "Harriet Quill", Phone(Mobile), Email("hattie@example.org"));
    private static readonly NormalizedRecord Stranger = Row("crm.csv", 1, "Erika Vance", Email("erika@example.org"));

    [Fact]
    public void Keeping_apart_beats_the_best_evidence() =>
        Assert.Equal(2, MergeAll([Google, Outlook], Decide(MergeDecisionKind.KeepApart, Google, Outlook, 1)).Contacts.Count);

    [Fact]
    public void Merging_beats_a_conflict_of_names()
    {
        var contact = Assert.Single(MergeAll([Google, Stranger], Decide(MergeDecisionKind.Merge, Google, Stranger, 1)).Contacts);
        Assert.Equal(2, contact.Records.Count);
        Assert.Equal(MergeReason.Decided, Assert.Single(MergeExplanation.Of(contact)).Reason);
    }

    [Fact]
    public void The_newest_word_about_two_people_holds()
    {
        var (apart, together) = (Decide(MergeDecisionKind.KeepApart, Google, Outlook, 1), Decide(MergeDecisionKind.Merge, Google, Outlook, 2));
        Assert.Single(MergeAll([Google, Outlook], together, apart).Contacts);
        Assert.Equal(2, MergeAll([Google, Outlook], together, apart, Decide(MergeDecisionKind.KeepApart, Google, Outlook, 3)).Contacts.Count);
    }

    [Fact]
    public void A_decision_survives_a_row_that_moved_and_gained_a_value()
    {
        var decision = Decide(MergeDecisionKind.KeepApart, Google, Outlook, 1);
        var changed = Row("outlook.csv", 7, "Harriet Quill", Phone(Mobile), Email("hattie@example.org"), Phone(OtherMobile));
        Assert.Equal(2, MergeAll([Google, changed], decision).Contacts.Count);
    }

    [Fact]
    public void A_merge_survives_a_row_that_lost_its_name()
    {
        var decision = Decide(MergeDecisionKind.Merge, Google, Stranger, 1);
        Assert.Single(MergeAll([Google, Row("crm.csv", 4, "", Email("erika@example.org"))], decision).Contacts);
    }

    [Fact]
    public void A_decision_about_rows_that_are_gone_does_nothing() =>
        Assert.Equal(2, MergeAll([Row("a.csv", 1, "Milo Quill", Phone(OtherMobile)), Stranger], Decide(MergeDecisionKind.Merge, Google, Outlook, 1)).Contacts.Count);

    [Fact]
    public void People_kept_apart_are_not_suggested() =>
        Assert.Empty(MergeAll([Google, Outlook], Decide(MergeDecisionKind.KeepApart, Google, Outlook, 1)).Suggestions);

    [Fact]
    public void Undoing_a_merge_gives_both_their_keys_again()
    {
        var before = MergeAll([Google, Stranger]).Contacts;
        var together = Decide(MergeDecisionKind.Merge, Google, Stranger, 1);
        var merged = new ContactMerger().Merge([Google, Stranger], Known(before), [together]).Contacts;
        var known = Known(merged).Concat(Known(before).Where(old => merged.All(contact => contact.Key != old.Key)));
        var after = new ContactMerger().Merge([Google, Stranger], known, [together, Decide(MergeDecisionKind.KeepApart, Google, Stranger, 2)]).Contacts;
        Assert.Equal(before.Select(static contact => contact.Key), after.Select(static contact => contact.Key));
    }

    private static MergeDecision Decide(MergeDecisionKind kind, NormalizedRecord first, NormalizedRecord second, int at) =>
        new(kind, MergeSubject.Of("first", [first]), MergeSubject.Of("second", [second]), DateTimeOffset.UnixEpoch.AddDays(at));
}
