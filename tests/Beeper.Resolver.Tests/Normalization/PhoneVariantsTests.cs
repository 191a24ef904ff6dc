using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class PhoneVariantsTests
{
    [Theory]
    [InlineData("+525512345678", "+5215512345678", "phone.variant.mx_mobile_1")]
    [InlineData("+5531991234567", "+553191234567", "phone.variant.br_ninth_digit")]
    [InlineData("+5491123456789", "+541123456789", "phone.variant.ar_mobile_9")]
    [InlineData("+2290195123456", "+22995123456", "phone.variant.bj_eight_digits")]
    public void Old_and_new_form_are_variants_of_each_other(string modern, string old, string evidence)
    {
        Assert.Equal((old, evidence), (Assert.Single(PhoneVariants.Of(modern)).Value, Assert.Single(PhoneVariants.Of(modern)).Evidence));
        Assert.Equal(modern, Assert.Single(PhoneVariants.Of(old)).Value);
        Assert.True(PhoneVariants.SamePhone(modern, old));
        Assert.True(PhoneVariants.SamePhone(old, modern));
    }

    [Fact]
    public void Old_ivorian_number_is_not_guessed_but_compares_as_equal()
    {
        Assert.Empty(PhoneVariants.Of("+22507123456"));
        Assert.True(PhoneVariants.SamePhone("+22507123456", "+2250707123456"));
        Assert.True(PhoneVariants.SamePhone("+2250707123456", "+22507123456"));
    }

    [Theory]
    [InlineData("+442079460958", "+12125550142")]
    [InlineData("+5531991234567", "+553191234568")]
    [InlineData("+5531391234567", "+553191234567")]
    [InlineData("+12125550142", "+1212555014")]
    public void Different_numbers_stay_different(string left, string right)
    {
        Assert.False(PhoneVariants.SamePhone(left, right));
    }

    [Fact]
    public void Most_countries_have_no_variants()
    {
        Assert.Empty(PhoneVariants.Of("+442079460958"));
        Assert.True(PhoneVariants.SamePhone("+442079460958", "+442079460958"));
    }
}
