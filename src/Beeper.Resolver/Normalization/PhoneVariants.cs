namespace Beeper.Resolver.Normalization;

/// <summary>
/// The older or newer forms of a number that network IDs and address books still carry: the Mexican 1 after +52 (dropped 2019), the Brazilian
/// 9 after the area code (added 2012 to 2016), the Argentine 9 after +54, the longer numbers of Benin (01 in front since November 2024) and
/// Côte d'Ivoire (two digits in front since January 2021). They are for comparing and for a second try, never part of normalising: the
/// canonical form stays the modern one.
/// </summary>
/// <remarks>
/// An old Ivorian number gives no variant: which two digits it got depends on its former operator. The new form gives the old one, so the two
/// still compare as equal.
/// </remarks>
public static class PhoneVariants
{
    private const int MexicanLength = 13;
    private const int BrazilianLength = 14;
    private const int ArgentineLength = 13;
    private const int BenineseLength = 14;
    private const int IvorianLength = 14;

    /// <summary>The other forms of an E.164 number; empty for most countries.</summary>
    public static IReadOnlyList<PhoneVariant> Of(string e164) => e164 switch
    {
        ['+', '5', ..] => LatinAmerican(e164),
        ['+', '2', '2', '5' or '9', ..] => WestAfrican(e164),
        _ => [],
    };

    /// <summary>Whether two E.164 numbers are one subscriber to WhatsApp: equal, or one is the other's variant.</summary>
    public static bool SamePhone(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
            return true;
        // A variant has the same country code and another length.
        if (left.Length == right.Length || left.Length < 4 || right.Length < 4 || !left.AsSpan(0, 3).SequenceEqual(right.AsSpan(0, 3)))
            return false;
        return IsVariant(left, right) || IsVariant(right, left);
    }

    private static bool IsVariant(string number, string other)
    {
        foreach (var variant in Of(number))
        {
            if (string.Equals(variant.Value, other, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static PhoneVariant[] LatinAmerican(string e164) => e164 switch
    {
        ['+', '5', '2', '1', ..] when e164.Length == MexicanLength + 1 =>
            [new(string.Concat("+52", e164.AsSpan(4)), "phone.variant.mx_mobile_1", "Mexican number without the former mobile 1")],
        ['+', '5', '2', ..] when e164.Length == MexicanLength =>
            [new(string.Concat("+521", e164.AsSpan(3)), "phone.variant.mx_mobile_1", "Mexican number with the former mobile 1")],
        ['+', '5', '5', _, _, '9', >= '6', ..] when e164.Length == BrazilianLength =>
            [new(string.Concat(e164.AsSpan(0, 5), e164.AsSpan(6)), "phone.variant.br_ninth_digit", "Brazilian mobile without the ninth digit")],
        ['+', '5', '5', _, _, >= '6', ..] when e164.Length == BrazilianLength - 1 =>
            [new($"{e164.AsSpan(0, 5)}9{e164.AsSpan(5)}", "phone.variant.br_ninth_digit", "Brazilian mobile with the ninth digit")],
        ['+', '5', '4', '9', ..] when e164.Length == ArgentineLength + 1 =>
            [new(string.Concat("+54", e164.AsSpan(4)), "phone.variant.ar_mobile_9", "Argentine mobile without the 9")],
        ['+', '5', '4', ..] when e164.Length == ArgentineLength =>
            [new(string.Concat("+549", e164.AsSpan(3)), "phone.variant.ar_mobile_9", "Argentine number with the mobile 9")],
        _ => [],
    };

    private static PhoneVariant[] WestAfrican(string e164) => e164 switch
    {
        ['+', '2', '2', '9', '0', '1', ..] when e164.Length == BenineseLength =>
            [new(string.Concat("+229", e164.AsSpan(6)), "phone.variant.bj_eight_digits", "Beninese number of eight digits, as before November 2024")],
        ['+', '2', '2', '9', ..] when e164.Length == BenineseLength - 2 =>
            [new(string.Concat("+22901", e164.AsSpan(4)), "phone.variant.bj_eight_digits", "Beninese number of ten digits, as since November 2024")],
        ['+', '2', '2', '5', '0' or '2', '1' or '5' or '7', ..] when e164.Length == IvorianLength =>
            [new(string.Concat("+225", e164.AsSpan(6)), "phone.variant.ci_eight_digits", "Ivorian number of eight digits, as before January 2021")],
        _ => [],
    };
}
