using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class RecordNormalizerTests
{
    private static readonly RecordNormalizer Normalizer = new(new NormalizationOptions());

    [Fact]
    public void Values_become_identifiers_in_their_order_with_what_the_record_says_of_them()
    {
        var record = Normalizer.Normalize(Record(
            new SourceValue(SourceValueKind.Phone, "+1 212-555-0142", "Phone") { Label = "mobile" },
            new SourceValue(SourceValueKind.Email, "Harriet <H@EXAMPLE.com>", "Mail") { Primary = true },
            new SourceValue(SourceValueKind.Handle, "@hattiequill", "Telegram") { Network = "telegram" }));
        Assert.Equal(
            [new Identifier(IdentifierKind.Phone, "+12125550142"), new Identifier(IdentifierKind.Email, "H@example.com"), new Identifier(IdentifierKind.Username, "hattiequill", "telegram")],
            record.Identifiers.Select(static given => given.Identifier));
        Assert.Equal("+1 212-555-0142", record.Identifiers[0].Raw);
        Assert.Equal("mobile", record.Identifiers[0].Label);
        Assert.True(record.Identifiers[0].International);
        Assert.True(record.Identifiers[1].Primary);
        Assert.Empty(record.Problems);
    }

    [Fact]
    public void A_number_without_country_takes_that_of_the_rows_first_international_number()
    {
        var record = Normalizer.Normalize(Record(Phone("07700 900123"), Phone("+44 113 496 0123"), Phone("+1 212 555 0142")));
        Assert.Equal("+447700900123", record.Identifiers[0].Identifier.Value);
        Assert.False(record.Identifiers[0].International);
    }

    [Fact]
    public void A_values_own_region_goes_before_the_rows_and_the_default_comes_last()
    {
        var normalizer = new RecordNormalizer(new NormalizationOptions { DefaultRegion = "US" });
        var own = normalizer.Normalize(Record(Phone("07700 900123") with { Region = "GB" }, Phone("+1 212 555 0142")));
        var last = normalizer.Normalize(Record(Phone("212 555 0142")));
        Assert.Equal("+447700900123", own.Identifiers[0].Identifier.Value);
        Assert.Equal("+12125550142", last.Identifiers[0].Identifier.Value);
    }

    [Fact]
    public void Repetitions_collapse_into_the_first_and_keep_the_better_label()
    {
        var record = Normalizer.Normalize(Record(Phone("+1 212 555 0142"), Phone("+12125550142") with { Label = "mobile", Primary = true }));
        var only = Assert.Single(record.Identifiers);
        Assert.Equal("mobile", only.Label);
        Assert.True(only.Primary);
        Assert.Equal("+1 212 555 0142", only.Raw);
    }

    [Fact]
    public void What_gives_no_identifier_becomes_a_problem_and_other_peoples_pages_do_not()
    {
        var record = Normalizer.Normalize(Record(
            new SourceValue(SourceValueKind.Email, "j@x.com, k@y.com", "Mail"),
            new SourceValue(SourceValueKind.Handle, "Hattie Quill", "Telegram") { Network = "telegram" },
            new SourceValue(SourceValueKind.Url, "https://quill.example.org/", "Website")));
        Assert.Empty(record.Identifiers);
        Assert.Equal(
            [new RecordProblem(EmailProblem.Several, "Mail", "j@x.com, k@y.com"), new RecordProblem("HANDLE_NOT_USABLE", "Telegram", "Hattie Quill")],
            record.Problems);
    }

    [Fact]
    public void A_number_in_a_link_is_a_phone_of_its_network_and_keeps_the_link_as_written()
    {
        var record = Normalizer.Normalize(Record(new SourceValue(SourceValueKind.Url, "https://wa.me/12125550142", "Website")));
        var given = Assert.Single(record.Identifiers);
        Assert.Equal(new Identifier(IdentifierKind.Phone, "+12125550142", "whatsapp"), given.Identifier);
        Assert.Equal("https://wa.me/12125550142", given.Raw);
    }

    [Theory]
    [InlineData("Harriet Quill", null, null, null, "Harriet Quill")]
    [InlineData("  Harriet \u00A0 Quill\u200E ", null, null, null, "Harriet Quill")]
    [InlineData(null, "Harriet", "Quill", null, "Harriet Quill")]
    [InlineData(null, "Harriet", null, null, "Harriet")]
    [InlineData(" ", null, null, "Hattie", "Hattie")]
    [InlineData("👩‍🚀 Quill", null, null, null, "👩‍🚀 Quill")]
    [InlineData(null, null, null, null, "")]
    public void The_name_shown_is_the_full_one_else_its_parts_else_the_nickname(string? full, string? given, string? family, string? nickname, string expected)
    {
        var record = new SourceRecord { Location = new SourceLocation("a.csv", 1, 2), Name = new SourceName { Full = full, Given = given, Family = family, Nickname = nickname } };
        Assert.Equal(expected, Normalizer.Normalize(record).Name);
    }

    [Fact]
    public void A_tidy_name_is_given_back_as_the_same_string()
    {
        var name = string.Concat("Jürgen", " Groß");
        var record = new SourceRecord { Location = new SourceLocation("a.csv", 1, 2), Name = new SourceName { Full = name } };
        Assert.Same(name, Normalizer.Normalize(record).Name);
    }

    private static SourceValue Phone(string text) => new(SourceValueKind.Phone, text, "Phone");

    private static SourceRecord Record(params SourceValue[] values) => new() { Location = new SourceLocation("a.csv", 1, 2), Values = values };
}
