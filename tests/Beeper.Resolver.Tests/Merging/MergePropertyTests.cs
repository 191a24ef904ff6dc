using Beeper.Resolver.Merging;
using CsCheck;
using static Beeper.Resolver.Tests.Merging.Rows;

namespace Beeper.Resolver.Tests.Merging;

public sealed class MergePropertyTests
{
    private static readonly string[] Names =
        ["", "Anna", "Anna Berg", "Berg, Anna", "A. Berg", "Ben Berg", "Robert Hale", "Bob Hale", "Robert Hale Jr", "Thomas Müller", "Thomas Mueller", "王小明", "Анна Берг", "Sales", "Harriet Quill"];

    private static readonly RecordIdentifier[] Identifiers =
    [
        Phone(Mobile), Phone(OtherMobile), Phone(Landline, PhoneType.FixedLine), Phone("+12125550142", PhoneType.FixedLineOrMobile, "home"), Email("anna@example.org"), Email("Anna@example.org"),
        Email("info@example.com"), Email("b.e.n@gmail.com"), Email("ben@gmail.com"), Handle("telegram", "quill"), Handle("linkedin", "anna-berg"), Handle("linkedin", "anna-berg-2"),
    ];

    private static readonly Gen<NormalizedRecord[]> Books = Gen.Select(
        OneOf("a.csv", "b.csv", "c.csv"), OneOf(Names), OneOf(Identifiers).Array[0, 3], OneOf<string?>(null, "Quill", "Vance"),
        static (source, name, identifiers, organization) => new NormalizedRecord { Location = new SourceLocation(source, 0, 0), Name = name, Organization = organization, Identifiers = [.. identifiers.DistinctBy(static given => given.Identifier)] })
        .Array[0, 40].Select(static records => records.Select(static (record, index) => record with { Location = record.Location with { Record = index + 1, Line = index + 2 } }).ToArray());

    [Fact]
    public void Any_order_of_rows_gives_the_same_contacts_and_keys() => Gen.Select(Books, Gen.Int).Sample(static (records, seed) =>
    {
        var shuffled = (NormalizedRecord[])records.Clone();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Shape(Merge(records)), Shape(Merge(shuffled)));
    });

    [Fact]
    public void Rows_that_stand_elsewhere_in_their_files_give_the_same_contacts_and_keys() => Gen.Select(Books, Gen.Int).Sample(static (records, seed) =>
    {
        var places = Enumerable.Range(1, records.Length).ToArray();
        new Random(seed).Shuffle(places);
        var moved = records.Select((record, index) => record with { Location = record.Location with { Record = places[index] } }).ToArray();
        Assert.Equal(Shape(Merge(records)), Shape(Merge(moved)));
    });

    [Fact]
    public void Rows_of_other_people_split_and_join_nobody() => Gen.Select(Books, Gen.Int[1, 40]).Sample(static (records, strangers) =>
    {
        var others = Enumerable.Range(0, strangers).Select(static n => Row("d.csv", n + 1, $"Zora Strand{(char)('a' + (n % 26))}{(char)('a' + (n / 26))}", Email($"zora{n}@example.net")));
        var grown = Merge([.. records, .. others]).Where(static contact => contact.Records[0].Location.Source != "d.csv");
        Assert.Equal(Shape(Merge(records)), Shape(grown));
    });

    [Fact]
    public void No_record_is_lost_or_doubled() => Books.Sample(static records =>
        Assert.Equal(records.Select(static record => record.Location).Order(Comparer<SourceLocation>.Create(static (a, b) => a.Record.CompareTo(b.Record))), Merge(records).SelectMany(static contact => contact.Records).Select(static record => record.Location).Order(Comparer<SourceLocation>.Create(static (a, b) => a.Record.CompareTo(b.Record)))));

    [Fact]
    public void No_identifier_is_lost() => Books.Sample(static records =>
    {
        foreach (var contact in Merge(records))
            Assert.Equal(contact.Records.SelectMany(static record => record.Identifiers).Count(), contact.Identifiers.Sum(static given => given.Occurrences.Count));
    });

    [Fact]
    public void Merging_again_changes_no_key() => Books.Sample(static records =>
    {
        var first = Merge(records);
        Assert.Equal(Shape(first), Shape(new ContactMerger().Merge(records, Known(first))));
    });

    [Fact]
    public void Keys_are_unique() => Books.Sample(static records =>
    {
        var keys = Merge(records).Select(static contact => contact.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    });

    [Fact]
    public void People_kept_apart_are_apart_whatever_else_is_there() => Gen.Select(Books.Where(static records => records.Length > 1), Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(static (records, i, j) =>
    {
        var (first, second) = (records[i % records.Length], records[j % records.Length]);
        if (RecordDigest.Of(first) == RecordDigest.Of(second))
            return;
        var decision = new MergeDecision(MergeDecisionKind.KeepApart, MergeSubject.Of("", [first]), MergeSubject.Of("", [second]), DateTimeOffset.UnixEpoch);
        Assert.DoesNotContain(MergeAll(records, decision).Contacts, contact => contact.Records.Contains(first) && contact.Records.Contains(second));
    });

    [Fact]
    public void People_merged_by_word_are_together_whatever_else_is_there() => Gen.Select(Books.Where(static records => records.Length > 1), Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(static (records, i, j) =>
    {
        var (first, second) = (records[i % records.Length], records[j % records.Length]);
        var decision = new MergeDecision(MergeDecisionKind.Merge, MergeSubject.Of("", [first]), MergeSubject.Of("", [second]), DateTimeOffset.UnixEpoch);
        Assert.Contains(MergeAll(records, decision).Contacts, contact => contact.Records.Contains(first) && contact.Records.Contains(second));
    });

    [Fact]
    public void Suggestions_never_name_a_contact_twice_in_one_pair() => Books.Sample(static records =>
    {
        var result = MergeAll(records);
        Assert.All(result.Suggestions, static suggestion => Assert.True(string.CompareOrdinal(suggestion.First, suggestion.Second) < 0));
        Assert.Equal(result.Suggestions.Count, result.Suggestions.Select(static suggestion => (suggestion.First, suggestion.Second)).Distinct().Count());
    });

    [Fact]
    public void Every_row_but_the_first_is_explained() => Books.Sample(static records =>
    {
        foreach (var contact in Merge(records))
        {
            var explained = MergeExplanation.Of(contact);
            Assert.Equal(contact.Records.Count - 1, explained.Count);
            Assert.All(explained, static evidence => Assert.NotEqual(MergeReason.Decided, evidence.Reason));
        }
    });
}
