namespace Beeper.Resolver.Sandbox.People;

/// <summary>Phones as a network compares them: digits with plus, and on WhatsApp every form its server knows a number by.</summary>
internal static class PhoneForms
{
    public static string Plain(string phone) => string.Concat(phone.Where(static c => c == '+' || char.IsAsciiDigit(c)));

    /// <summary>The form all variants of a number share.</summary>
    public static string Canonical(string phone, bool variants)
    {
        var plain = Plain(phone);
        if (!variants)
            return plain;
        if (plain.StartsWith("+521", StringComparison.Ordinal) && plain.Length == 14)
            return $"+52{plain.AsSpan(4)}";
        if (plain.StartsWith("+549", StringComparison.Ordinal) && plain.Length == 14)
            return $"+54{plain.AsSpan(4)}";
        return plain.StartsWith("+55", StringComparison.Ordinal) && plain.Length == 14 && plain[5] == '9' ? $"{plain.AsSpan(0, 5)}{plain.AsSpan(6)}" : plain;
    }
}
