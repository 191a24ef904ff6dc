using Beeper.Resolver.Normalization.Phones.Numbers;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>
/// Finds the digits of a phone number in text, character by character, with the outcome of libphonenumber's ExtractPossibleNumber,
/// IsViablePhoneNumber, MaybeStripExtension and Normalize taken together. Works on any machine.
/// </summary>
internal static class TextScanner
{
    private const int LongestText = 250;
    private const int FewestDigits = 3;
    private const int AsciiCount = 128;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="found">The digits, if the verdict says so.</param>
    public static TextVerdict Scan(ReadOnlySpan<char> text, out ScannedText found)
    {
        found = default;
        if (text.Length > LongestText)
            return TextVerdict.TooLong;
        var start = StartOf(text, out var verdict);
        if (start < 0)
            return verdict;
        var position = start;
        for (; position < text.Length && PhoneCharacters.ClassOf(text[position]) == PhoneCharacters.Plus; position++)
            found.PlusSigns++;
        var count = TakeDigits(text, ref position, QuickNumberReader.Most, out var low);
        var high = 0ul;
        if (count == QuickNumberReader.Most)
        {
            count += TakeDigits(text, ref position, DigitString.Most - QuickNumberReader.Most, out high);
            if (count == DigitString.Most && TakeDigits(text, ref position, 1, out _) > 0)
                return TextVerdict.Unsure;
        }
        found.Take(low, high, count);
        // The pattern of viable numbers lets two digits pass only if they are all there is.
        var pair = count == 2 && found.PlusSigns == 0 && PhoneCharacters.ClassOf(text[start + 1]) <= PhoneCharacters.LastDigit;
        if (position < text.Length)
            return TailScanner.Scan(text, start, position, pair, ref found);
        return count >= FewestDigits || pair ? TextVerdict.Digits : TextVerdict.NotANumber;
    }

    // Digits and the punctuation between them, up to some digits or to another character. Which of the two a character is goes into a mask
    // and not into a branch, because nothing predicts it.
    private static int TakeDigits(ReadOnlySpan<char> text, ref int position, int most, out ulong digits)
    {
        digits = 0;
        var count = 0;
        for (; position < text.Length && count < most; position++)
        {
            var c = text[position];
            int kind = c < AsciiCount ? PhoneCharacters.AsciiClass(c) : PhoneCharacters.ClassOf(c);
            if (kind > PhoneCharacters.Punctuation)
                break;
            var ifDigit = (kind - PhoneCharacters.LastDigit - 1) >> 31;
            digits |= (ulong)(uint)(kind & ifDigit) << (4 * count);
            count -= ifDigit;
        }
        return count;
    }

    // ExtractPossibleNumber drops what stands before the first digit or plus sign. A semicolon there may begin a phone-context.
    private static int StartOf(ReadOnlySpan<char> text, out TextVerdict verdict)
    {
        verdict = TextVerdict.NotANumber;
        for (var position = 0; position < text.Length; position++)
        {
            var c = text[position];
            if (c < AsciiCount ? PhoneCharacters.AsciiClass(c) is <= PhoneCharacters.LastDigit or PhoneCharacters.Plus : c == '＋' || char.IsDigit(c))
                return position;
            if (c == ';')
            {
                verdict = TextVerdict.Unsure;
                return -1;
            }
        }
        return -1;
    }
}
