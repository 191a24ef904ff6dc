namespace Beeper.Resolver.Normalization;

/// <summary>
/// The older or newer forms of a number that WhatsApp IDs still carry: the Mexican 1 after +52, the Brazilian 9 after the area code, the
/// Argentine 9 after +54. They are for comparing and for a second try, never part of normalising: the canonical form stays the modern one.
/// </summary>
public static class PhoneVariants
{
    private const int MexicanDigits = 13;
    private const int BrazilianDigits = 14;
    private const int ArgentineDigits = 13;

    /// <summary>The other forms of an E.164 number; empty for most countries.</summary>
    public static IReadOnlyList<PhoneVariant> Of(string e164) => e164 switch
    {
        ['+', '5', '2', '1', ..] when e164.Length == MexicanDigits + 1 => [new(string.Concat("+52", e164.AsSpan(4)), "Mexican number without the former mobile 1")],
        ['+', '5', '2', ..] when e164.Length == MexicanDigits => [new(string.Concat("+521", e164.AsSpan(3)), "Mexican number with the former mobile 1")],
        ['+', '5', '5', _, _, '9', >= '6', ..] when e164.Length == BrazilianDigits => [new(string.Concat(e164.AsSpan(0, 5), e164.AsSpan(6)), "Brazilian mobile without the ninth digit")],
        ['+', '5', '5', _, _, >= '6', ..] when e164.Length == BrazilianDigits - 1 => [new($"{e164.AsSpan(0, 5)}9{e164.AsSpan(5)}", "Brazilian mobile with the ninth digit")],
        ['+', '5', '4', '9', ..] when e164.Length == ArgentineDigits + 1 => [new(string.Concat("+54", e164.AsSpan(4)), "Argentine mobile without the 9")],
        ['+', '5', '4', ..] when e164.Length == ArgentineDigits => [new(string.Concat("+549", e164.AsSpan(3)), "Argentine number with the mobile 9")],
        _ => [],
    };

    /// <summary>Whether two E.164 numbers are one subscriber to WhatsApp: equal, or one is the other's variant.</summary>
    public static bool SamePhone(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
            return true;
        foreach (var variant in Of(left))
        {
            if (string.Equals(variant.Value, right, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
