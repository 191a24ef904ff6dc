using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class AddressBookPhoneTests
{
    [Theory]
    [InlineData("(212) 555-0142", "US", "+12125550142")]
    [InlineData("+1 212 555 0142 (home)", "US", "+12125550142")]
    [InlineData("Tel. 020 7946 0958", "GB", "+442079460958")]
    [InlineData("020 7946\u200E 0958", "GB", "+442079460958")]
    [InlineData("020 7946 0958 WhatsApp", "GB", "+442079460958")]
    [InlineData("tel:020-7946-0958;phone-context=+44", null, "+442079460958")]
    [InlineData("0800 356 FLOW", "GB", "+448003563569")]
    [InlineData("00 44 20 7946 0958", null, "+442079460958")]
    [InlineData("011 44 20 7946 0958", null, "+442079460958")]
    [InlineData(" 0044 20 7946 0958", null, "+442079460958")]
    [InlineData("0044 20 7946 0958", "US", "+442079460958")]
    [InlineData("011 44 20 7946 0958", "GB", "+442079460958")]
    public void Cell_becomes_a_number(string text, string? region, string e164)
    {
        var phone = AddressBookPhone.Normalize(text, region);
        Assert.Null(phone.Problem);
        Assert.Equal(e164, phone.E164);
    }

    [Theory]
    [InlineData("", "US", "PHONE_NOT_A_NUMBER")]
    [InlineData("ask Maria", "US", "PHONE_NOT_A_NUMBER")]
    [InlineData("12", "US", "PHONE_TOO_SHORT")]
    [InlineData("911", "US", "PHONE_SHORT_CODE")]
    [InlineData("(212) 555-0142", null, "PHONE_NO_REGION")]
    [InlineData("+999 1234 5678", "US", "PHONE_UNKNOWN_COUNTRY")]
    [InlineData("+44 20 7946 0958 0958", "GB", "PHONE_TOO_LONG")]
    [InlineData("+1 212 55", "US", "PHONE_TOO_SHORT")]
    [InlineData("555-0142", "US", "PHONE_LOCAL_ONLY")]
    [InlineData("020 7946 0958 / 020 7946 0959", "GB", "PHONE_TOO_LONG")]
    public void Cell_that_gives_no_number_has_a_problem(string text, string? region, string problem)
    {
        var phone = AddressBookPhone.Normalize(text, region);
        Assert.Equal(problem, phone.Problem);
        Assert.Null(phone.E164);
        Assert.Null(phone.Region);
    }

    [Fact]
    public void Possible_number_is_taken_though_not_valid()
    {
        var phone = AddressBookPhone.Normalize("+44 20 5946 0958", "US");
        Assert.Null(phone.Problem);
        Assert.Equal("+442059460958", phone.E164);
        Assert.False(phone.Valid);
        Assert.Equal("GB", phone.Region);
    }

    [Theory]
    [InlineData("+52 1 55 1234 5678", "US")]
    [InlineData("52 1 55 1234 5678", "MX")]
    public void Former_mexican_mobile_digit_is_dropped(string text, string region)
    {
        Assert.Equal("+525512345678", AddressBookPhone.Normalize(text, region).E164);
    }

    [Theory]
    [InlineData("+44 20 7946 0958", "GB", true)]
    [InlineData("020 7946 0958", "GB", false)]
    [InlineData("(+44) 20 7946 0958", "US", true)]
    public void International_tells_whether_the_text_named_its_country(string text, string region, bool international)
    {
        Assert.Equal(international, AddressBookPhone.Normalize(text, region).International);
    }

    [Fact]
    public void Very_long_cell_is_read_too()
    {
        Assert.Equal("+442079460958", AddressBookPhone.Normalize($"{new string(' ', 300)}+44 20 7946 0958", "GB").E164);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        string[] texts = ["020 7946 0958", "+44 20 7946 0958 (home)", "tel:+44-20-7946-0958", "\u202A020 7946 0958\u202C", "ask Maria"];
        Assert.Equal(0, Support.Allocation.Least(() =>
        {
            foreach (var text in texts)
                _ = AddressBookPhone.Normalize(text, "GB");
        }));
    }
}
