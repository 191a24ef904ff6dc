using System.Numerics;
using System.Runtime.Intrinsics.X86;
using Beeper.Resolver.Normalization.Phones.Numbers;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>
/// Reads on where a text holds something other than digits and punctuation: an extension, parameters, letters to be dialled, or the proof
/// that it is no number. Each "not a number" below is a place where the pattern of viable numbers cannot match.
/// </summary>
internal static class TailScanner
{
    private const int FewestDigits = 3;
    private const int FewestDialledLetters = 3;
    private const int AsciiCount = 128;

    /// <summary>Reads an ASCII text whose digits a vector scan has found, up to where that stops and on from there.</summary>
    /// <param name="text">The whole text, of at least one character.</param>
    /// <param name="scan">What the scan found in it.</param>
    /// <param name="verdict">What <see cref="TextScanner"/> would say.</param>
    /// <param name="found">The digits, if the verdict says so.</param>
    /// <returns>False if the text has to be read character by character.</returns>
    public static bool TryScan(ReadOnlySpan<char> text, VectorScan scan, out TextVerdict verdict, out ScannedText found)
    {
        found = default;
        verdict = TextVerdict.Unsure;
        var start = scan.Start;
        if (!scan.HasPlusOnlyAtStart || scan.Count > VectorScan.MostDigits || start >= text.Length || text[..start].Contains(';'))
            return false;
        var position = BitOperations.TrailingZeroCount(scan.OtherFromStart);
        var head = Bmi2.ZeroHighBits(scan.DigitBits, (uint)position);
        found.Take(DecimalWord.First(scan.Digits, BitOperations.PopCount(head)), 0, BitOperations.PopCount(head));
        found.PlusSigns = scan.HasPlus ? 1 : 0;
        var pair = found.Count == 2 && !scan.HasPlus && (scan.DigitBits >> start & 3) == 3;
        if (position < text.Length)
            verdict = Scan(text, start, position, pair, ref found);
        else
            verdict = found.Count >= FewestDigits || pair ? TextVerdict.Digits : TextVerdict.NotANumber;
        return true;
    }

    /// <summary>Reads the rest of a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the number starts.</param>
    /// <param name="position">The first character that is neither digit nor punctuation.</param>
    /// <param name="pair">Whether the digits so far are two and stand alone.</param>
    /// <param name="found">The digits so far; takes more, and the extension.</param>
    public static TextVerdict Scan(ReadOnlySpan<char> text, int start, int position, bool pair, ref ScannedText found)
    {
        if (text[position..].IndexOf(';') is >= 0 and var offset)
        {
            var parameter = position + offset;
            if (text[(parameter + 1)..].Contains(';') || text[parameter..].StartsWith(";isub=", StringComparison.Ordinal))
                return TextVerdict.Unsure;
            if (text[parameter..].StartsWith(PhoneContext.Parameter, StringComparison.Ordinal))
                return PhoneContext.Scan(text, parameter, ref found);
        }
        text = WithoutUnwantedEnd(text, position);
        if (text.Length == position)
            return found.Count >= FewestDigits || pair ? TextVerdict.Digits : TextVerdict.NotANumber;
        if (MayHoldSecondNumber(text, start, position))
            return TextVerdict.Unsure;
        var first = text[position];
        if (found.Count < FewestDigits)
            return first < AsciiCount && first is not ('x' or 'X' or '~') ? TextVerdict.NotANumber : TextVerdict.Unsure;
        return ExtensionScanner.Scan(text, position, ref found) switch
        {
            ExtensionVerdict.Found => TextVerdict.Digits,
            ExtensionVerdict.NotANumber => TextVerdict.NotANumber,
            ExtensionVerdict.Unsure => TextVerdict.Unsure,
            _ => ScanLetters(text, start, position, ref found),
        };
    }

    // TrimAfterUnwantedChars: a number ends with a letter, a digit or a hash.
    private static ReadOnlySpan<char> WithoutUnwantedEnd(ReadOnlySpan<char> text, int position)
    {
        var end = text.Length;
        while (end > position)
        {
            var c = text[end - 1];
            if (c == '#' || (c < AsciiCount ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c)))
                break;
            end--;
        }
        return text[..end];
    }

    // TrimAfterSecondNumberStart cuts before a slash or backslash that spaces and an x follow.
    private static bool MayHoldSecondNumber(ReadOnlySpan<char> text, int start, int position) =>
        text[position..].Contains('\\') || (text[start..].Contains('/') && text[start..].Contains('x'));

    private static TextVerdict ScanLetters(ReadOnlySpan<char> text, int start, int position, ref ScannedText found)
    {
        var letters = 0;
        var at = position;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c >= AsciiCount)
            {
                if (!PhoneCharacters.IsWidePunctuation(c))
                    return TextVerdict.Unsure;
                continue;
            }
            var kind = PhoneCharacters.AsciiClass(c);
            if (kind == PhoneCharacters.Letter)
                letters++;
            else if (c == '~')
                return TextVerdict.Unsure;
            else if (kind > PhoneCharacters.Punctuation)
                return JudgeOther(text, start, at, letters);
        }
        return MayEndInExtension(text, position) ? TextVerdict.Unsure : Dial(text, start, position, letters, ref found);
    }

    /// <summary>
    /// Here stands a character that the number part cannot hold, so an extension would have to begin at it or before and run to the end.
    /// Rules that out where it can; never says that there is one.
    /// </summary>
    private static TextVerdict JudgeOther(ReadOnlySpan<char> text, int start, int at, int letters)
    {
        var c = text[at];
        if (c is not (';' or ',' or '\t' or ':' or '#') || (c == ':' && at + 1 < text.Length && text[at + 1] == ':'))
            return TextVerdict.NotANumber;
        foreach (var after in text[(at + 1)..])
        {
            if (after < AsciiCount && !PhoneCharacters.MayBeInExtension(after))
                return TextVerdict.NotANumber;
        }
        if (c != '#' || at != text.Length - 1 || letters > 0)
            return TextVerdict.Unsure;
        // A closing hash without a label needs a dash or space and at most six digits before it ("- 503#").
        var digits = at;
        while (digits > start && char.IsAsciiDigit(text[digits - 1]))
            digits--;
        if (digits > start && text[digits - 1] >= AsciiCount)
            return TextVerdict.Unsure;
        return at - digits <= 6 && digits > start && text[digits - 1] is '-' or ' ' ? TextVerdict.Unsure : TextVerdict.NotANumber;
    }

    // The whole text is a viable number. An extension could still be cut off its end: digits behind a letter that ends a label
    // ("ext", "extn", "extensio", "anexo", "int", "x").
    private static bool MayEndInExtension(ReadOnlySpan<char> text, int position)
    {
        var last = text[^1];
        if (last >= AsciiCount)
            return true;
        if (PhoneCharacters.AsciiClass(last) == PhoneCharacters.Letter)
            return false;
        var end = text.Length;
        while (end > position && !char.IsAsciiLetter(text[end - 1]))
            end--;
        return (text[end - 1] | 0x20) is 't' or 'n' or 'i' or 'o' or 'x';
    }

    // Normalize: three letters or more are dialled by the keypad, fewer are dropped.
    private static TextVerdict Dial(ReadOnlySpan<char> text, int start, int position, int letters, ref ScannedText found)
    {
        var dialled = letters >= FewestDialledLetters;
        foreach (var c in text[position..])
        {
            if (char.IsAsciiDigit(c) ? !found.TryAdd(c - '0') : dialled && char.IsAsciiLetter(c) && !found.TryAdd(PhoneCharacters.KeypadDigit(c)))
                return TextVerdict.Unsure;
        }
        if (!dialled)
            return TextVerdict.Digits;
        // In a number with letters the library loses digits that are not ASCII.
        foreach (var c in text[start..position])
        {
            if (c >= AsciiCount && char.IsDigit(c))
                return TextVerdict.Unsure;
        }
        return TextVerdict.Digits;
    }
}
