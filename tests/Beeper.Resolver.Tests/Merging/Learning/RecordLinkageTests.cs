using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Tests.Merging.Learning;

public sealed class RecordLinkageTests
{
    private static readonly LinkageField[] Fields =
    [
        new("given", FieldKind.Name) { MayBeSwappedWith = "family" },
        new("family", FieldKind.Name),
        new("born", FieldKind.Date),
        new("postcode", FieldKind.Code),
        new("email", FieldKind.Email),
    ];

    [Fact]
    public void Records_of_one_person_are_found_without_labels()
    {
        var result = RecordLinkage.Link(Fields, MadeRecords());
        Assert.All(Enumerable.Range(0, MadePeople.Count), person => Assert.Contains(result.Groups, group => group.SequenceEqual([2 * person, (2 * person) + 1])));
        Assert.All(result.Pairs.Where(static pair => pair.Right != pair.Left + 1 || pair.Left % 2 == 1), static pair => Assert.True(pair.Probability < 0.5));
    }

    [Fact]
    public void The_order_of_the_records_changes_nothing()
    {
        var records = MadeRecords();
        var order = Enumerable.Range(0, records.Count).OrderBy(static record => record * 7919 % 1009).ToArray();
        var (straight, shuffled) = (RecordLinkage.Link(Fields, records), RecordLinkage.Link(Fields, [.. order.Select(record => records[record])]));
        Assert.Equal(Said(straight, static record => record), Said(shuffled, record => order[record]));
        Assert.Equal(
            straight.Groups.Select(static group => string.Join(',', group)).Order(StringComparer.Ordinal),
            shuffled.Groups.Select(group => string.Join(',', group.Select(record => order[record]).Order())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rare_name_says_more_than_a_common_one()
    {
        var records = MadeRecords();
        records.AddRange([["Anna", "Lindqvist", null, null, null], ["Anna", "Lindqvist", null, null, null]]);
        for (var number = 0; number < 12; number++)
            records.Add(["Anna", "Berg", null, null, null]);
        var result = RecordLinkage.Link(Fields, records);
        var (rare, common) = (records.Count - 14, records.Count - 12);
        Assert.True(Odds(result, rare) > Odds(result, common) + 1);
    }

    [Fact]
    public void Names_entered_in_each_others_place_are_recognised()
    {
        var records = MadeRecords();
        var person = records[0];
        records.Add([person[1], person[0], person[2], person[3], person[4]]);
        Assert.Contains(RecordLinkage.Link(Fields, records).Groups, group => group.SequenceEqual([0, 1, records.Count - 1]));
    }

    [Fact]
    public void One_source_never_gives_a_person_two_records()
    {
        var records = MadeRecords();
        records.Add(records[0]);
        List<int> sources = [.. Enumerable.Range(0, records.Count).Select(static record => record % 2)];
        Assert.All(RecordLinkage.Link(Fields, records, sources).Groups, group => Assert.Equal(group.Count, group.Select(record => sources[record]).Distinct().Count()));
    }

    [Fact]
    public void A_value_that_everybody_shares_chains_nobody()
    {
        var records = MadeRecords().ConvertAll(static record => (string?[])[.. record[..4], "office@example.com"]);
        Assert.Equal(2, RecordLinkage.Link(Fields, records).Groups.Max(static group => group.Count));
    }

    [Fact]
    public void Records_without_anything_in_common_stay_apart()
    {
        var result = RecordLinkage.Link(Fields, [["Harriet", "Quill", null, null, null], ["Milo", "Berg", null, null, null]]);
        Assert.Equal(2, result.Groups.Count);
        Assert.Empty(RecordLinkage.Link(Fields, []).Groups);
    }

    [Fact]
    public void A_record_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => RecordLinkage.Link(Fields, [["Harriet"]]));

    private static double Odds(LinkageResult result, int left) => result.Pairs.Single(pair => pair.Left == left && pair.Right == left + 1).LogOdds;

    private static IEnumerable<string> Said(LinkageResult result, Func<int, int> recordOf) =>
        result.Pairs.Select(pair => $"{Math.Min(recordOf(pair.Left), recordOf(pair.Right))} {Math.Max(recordOf(pair.Left), recordOf(pair.Right))} {pair.LogOdds:0.000000000}").Order(StringComparer.Ordinal);

    private static List<string?[]> MadeRecords() => MadePeople.Records();
}
