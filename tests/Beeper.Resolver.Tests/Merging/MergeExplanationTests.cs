using Beeper.Resolver.Merging;
using static Beeper.Resolver.Tests.Merging.Rows;

namespace Beeper.Resolver.Tests.Merging;

public sealed class MergeExplanationTests
{
    [Fact]
    public void A_join_names_its_rows_and_what_they_share()
    {
        var contact = Assert.Single(Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "Harriet Quill", Phone(Mobile))));
        var evidence = Assert.Single(MergeExplanation.Of(contact));
        Assert.Equal(("b.csv", "a.csv"), (evidence.Record.Source, evidence.With.Source));
        Assert.Equal("the same full name and the same phone", evidence.Text);
        Assert.False(evidence.IsWeak);
    }

    [Fact]
    public void A_nameless_row_on_one_value_is_a_weak_bridge()
    {
        var contact = Assert.Single(Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "", Phone(Mobile))));
        Assert.True(Assert.Single(MergeExplanation.Of(contact)).IsWeak);
    }

    [Fact]
    public void A_row_is_explained_by_the_best_of_the_others()
    {
        var contact = Assert.Single(Merge(
            Row("a.csv", 1, "Harriet", Phone(Mobile)), Row("b.csv", 1, "Harriet Quill", Phone(Mobile), Email("hattie@example.org")), Row("c.csv", 1, "Harriet Quill", Email("hattie@example.org"))));
        Assert.Contains(MergeExplanation.Of(contact), static evidence => evidence is { Reason: MergeReason.OwnIdentifier, Record.Source: "c.csv", With.Source: "b.csv" });
    }

    [Fact]
    public void The_text_holds_no_value()
    {
        var contact = Assert.Single(Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "Harriet Quill", Phone(Mobile))));
        Assert.DoesNotContain(MergeExplanation.Of(contact), static evidence => evidence.Text.Contains(Mobile, StringComparison.Ordinal) || evidence.Text.Contains("Quill", StringComparison.Ordinal));
    }
}
