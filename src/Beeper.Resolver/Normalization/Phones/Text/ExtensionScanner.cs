namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>
/// Recognises the plain ways to write an extension right after the digits: <c>;ext=12</c>, <c>x12</c>, <c>ext. 12</c>, <c>#12</c>,
/// <c>,,12</c>. The limits are those of libphonenumber's EXTN_PATTERNS_FOR_PARSING: 20 digits after an explicit label, 15 after two commas,
/// 9 after one sign.
/// </summary>
internal static class ExtensionScanner
{
    private const int AfterLabel = 20;
    private const int AfterCommas = 15;
    private const int AfterSign = 9;
    private const int MostPacked = 16;
    private const int AsciiCount = 128;
    private const string Parameter = ";ext=";

    /// <summary>Looks for an extension that runs to the end.</summary>
    /// <param name="text">The text without its unwanted end.</param>
    /// <param name="position">The first character that is neither digit nor punctuation.</param>
    /// <param name="found">Takes the extension.</param>
    public static ExtensionVerdict Scan(ReadOnlySpan<char> text, int position, ref ScannedText found)
    {
        if (text[position] == ';')
        {
            if (text[position..].StartsWith(Parameter, StringComparison.Ordinal))
                return TakeDigits(text[(position + Parameter.Length)..], AfterLabel, ref found) == ExtensionVerdict.Found ? ExtensionVerdict.Found : ExtensionVerdict.Unsure;
            return MayAllBeInExtension(text[(position + 1)..]) ? ExtensionVerdict.Unsure : ExtensionVerdict.NotANumber;
        }
        var most = LabelAt(text, position, out var labelEnd);
        if (most <= 0)
            return most < 0 ? ExtensionVerdict.Unsure : ExtensionVerdict.NotHere;
        var digits = labelEnd;
        if (digits < text.Length && text[digits] is ':' or '.')
            digits++;
        while (digits < text.Length && text[digits] is ' ' or '-' or ',' or '\t' or '\u00A0')
            digits++;
        return TakeDigits(text[digits..], most, ref found);
    }

    // The most digits that the label at a position allows, 0 if there is none and -1 if it cannot be told.
    private static int LabelAt(ReadOnlySpan<char> text, int position, out int end)
    {
        end = position + 1;
        switch (text[position])
        {
            case '#':
                return AfterSign;
            case ',':
                return CommasAt(text, position, out end);
            case 'e' or 'E' or 'x' or 'X':
                var most = WordAt(text, position, out end);
                if (most != 0 || (text[position] | 0x20) == 'e')
                    return most;
                end = position + 1;
                return AfterSign;
            default:
                return 0;
        }
    }

    // Commas alone are a label; before another label they are mere separators.
    private static int CommasAt(ReadOnlySpan<char> text, int position, out int end)
    {
        end = position;
        while (end < text.Length && text[end] == ',')
            end++;
        var next = end;
        while (next < text.Length && text[next] is ' ' or ',' or '\t' or '\u00A0')
            next++;
        if (next < text.Length && !char.IsAsciiDigit(text[next]) && text[next] is not ('-' or ':' or '.'))
            return 0;
        return end - position >= 2 ? AfterCommas : AfterSign;
    }

    // "ext" or "xt", then perhaps "ensio", then perhaps "n".
    private static int WordAt(ReadOnlySpan<char> text, int position, out int end)
    {
        end = position;
        if (IsLetter(text, end, 'e'))
            end++;
        if (!IsLetter(text, end, 'x') || !IsLetter(text, end + 1, 't'))
            return 0;
        end += 2;
        if (IsLetter(text, end, 'e') && IsLetter(text, end + 1, 'n') && IsLetter(text, end + 2, 's') && IsLetter(text, end + 3, 'i') && end + 4 < text.Length)
        {
            // An o with an accent, in either of its forms, belongs to the label too.
            if (text[end + 4] >= AsciiCount)
                return -1;
            if (IsLetter(text, end + 4, 'o'))
            {
                end += 5;
                if (end < text.Length && text[end] >= AsciiCount)
                    return -1;
            }
        }
        if (IsLetter(text, end, 'n'))
            end++;
        return AfterLabel;
    }

    private static bool IsLetter(ReadOnlySpan<char> text, int position, char letter) => position < text.Length && (text[position] | 0x20) == letter;

    private static ExtensionVerdict TakeDigits(ReadOnlySpan<char> digits, int most, ref ScannedText found)
    {
        if (digits.IsEmpty || digits.Length > most)
            return ExtensionVerdict.NotHere;
        var packed = 0ul;
        for (var index = 0; index < digits.Length; index++)
        {
            if (!char.IsAsciiDigit(digits[index]))
                return ExtensionVerdict.NotHere;
            packed |= (ulong)(uint)(digits[index] - '0') << (4 * index);
        }
        if (digits.Length > MostPacked)
            return ExtensionVerdict.Unsure;
        found.Extension = packed;
        found.ExtensionDigits = digits.Length;
        return ExtensionVerdict.Found;
    }

    private static bool MayAllBeInExtension(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c < AsciiCount && !PhoneCharacters.MayBeInExtension(c))
                return false;
        }
        return true;
    }
}
