using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Tests.Merging.Learning;

public sealed class FieldComparisonTests
{
    [Theory]
    [InlineData(FieldKind.Name, "harriet", "harriet", AgreementLevel.Exact)]
    [InlineData(FieldKind.Name, "harriet", "hariet", AgreementLevel.Near)]
    [InlineData(FieldKind.Name, "harriet", "h", AgreementLevel.Far)]
    [InlineData(FieldKind.Name, "harriet", "milo", AgreementLevel.Differs)]
    [InlineData(FieldKind.Name, "harriet", "", AgreementLevel.Missing)]
    [InlineData(FieldKind.Text, "chippendale village", "chipendale vilage", AgreementLevel.Near)]
    [InlineData(FieldKind.Text, "chippendale village", "chippendale", AgreementLevel.Far)]
    [InlineData(FieldKind.Code, "7335316", "7335361", AgreementLevel.Near)]
    [InlineData(FieldKind.Code, "3021", "3999", AgreementLevel.Differs)]
    [InlineData(FieldKind.Date, "19710524", "19710624", AgreementLevel.Near)]
    [InlineData(FieldKind.Date, "19710512", "19711205", AgreementLevel.Near)]
    [InlineData(FieldKind.Date, "19710512", "19860903", AgreementLevel.Differs)]
    [InlineData(FieldKind.Email, "hattie.quill@example.com", "hattie.quill@example.org", AgreementLevel.Near)]
    [InlineData(FieldKind.Email, "hattie.quill@example.com", "milo@example.com", AgreementLevel.Differs)]
    public void Values_agree_at_a_level(FieldKind kind, string a, string b, AgreementLevel level)
    {
        Assert.Equal(level, FieldComparison.Compare(kind, a, b));
        Assert.Equal(level, FieldComparison.Compare(kind, b, a));
    }
}
