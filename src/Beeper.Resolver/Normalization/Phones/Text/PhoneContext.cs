namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>
/// The simple forms of RFC 3966 numbers whose country stands in a parameter: <c>tel:020-7946-0958;phone-context=+44</c> and
/// <c>tel:…;phone-context=example.com</c>, whose domain says nothing. libphonenumber's BuildNationalNumberForParsing.
/// </summary>
internal static class PhoneContext
{
    public const string Parameter = ";phone-context=";
    private const string Scheme = "tel:";
    private const int MostCodeDigits = 4;
    private const int FewestDigits = 3;
    private const int AsciiCount = 128;

    /// <summary>Reads the number anew with its context.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="parameter">Where the parameter begins.</param>
    /// <param name="found">Becomes the digits of context and number.</param>
    public static TextVerdict Scan(ReadOnlySpan<char> text, int parameter, ref ScannedText found)
    {
        found = default;
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || text[Scheme.Length..].IndexOf(Scheme, StringComparison.Ordinal) >= 0)
            return TextVerdict.Unsure;
        var context = text[(parameter + Parameter.Length)..];
        if (context.IsEmpty)
            return TextVerdict.NotANumber;
        if (context[0] == '+' ? !TakeCallingCode(context[1..], ref found) : !IsPlainDomain(context))
            return TextVerdict.Unsure;
        var number = text[Scheme.Length..parameter];
        if (number.IsEmpty || number[0] == ' ')
            return TextVerdict.Unsure;
        if (found.PlusSigns == 0 && number[0] == '+')
        {
            found.PlusSigns = 1;
            number = number[1..];
        }
        else if (found.PlusSigns == 0 && !char.IsAsciiDigit(number[0]))
        {
            return TextVerdict.Unsure;
        }
        return TakeNumber(number, ref found) ? TextVerdict.Digits : TextVerdict.Unsure;
    }

    private static bool TakeCallingCode(ReadOnlySpan<char> code, ref ScannedText found)
    {
        if (code.IsEmpty || code.Length > MostCodeDigits)
            return false;
        found.PlusSigns = 1;
        foreach (var c in code)
        {
            if (!char.IsAsciiDigit(c) || !found.TryAdd(c - '0'))
                return false;
        }
        return true;
    }

    // Letters and dots, at least one dot, no empty label.
    private static bool IsPlainDomain(ReadOnlySpan<char> context)
    {
        var inLabel = false;
        var dots = 0;
        foreach (var c in context)
        {
            if (c == '.' && inLabel)
                dots++;
            else if (!char.IsAsciiLetter(c))
                return false;
            inLabel = c != '.';
        }
        return inLabel && dots > 0;
    }

    private static bool TakeNumber(ReadOnlySpan<char> number, ref ScannedText found)
    {
        var any = false;
        foreach (var c in number)
        {
            var kind = c < AsciiCount ? PhoneCharacters.AsciiClass(c) : PhoneCharacters.Other;
            if (kind == PhoneCharacters.Punctuation)
                continue;
            if (kind > PhoneCharacters.LastDigit || !found.TryAdd(kind))
                return false;
            any = true;
        }
        return any && found.Count >= FewestDigits;
    }
}
