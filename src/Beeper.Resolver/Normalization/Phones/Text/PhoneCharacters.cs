using System.Globalization;
using System.Runtime.CompilerServices;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>The character classes of libphonenumber's patterns.</summary>
internal static class PhoneCharacters
{
    /// <summary>Classes 0 to 9 are the digits themselves.</summary>
    public const byte LastDigit = 9;

    /// <summary>What may stand between digits: VALID_PUNCTUATION without x and tildes, which also mark extensions, and the star.</summary>
    public const byte Punctuation = 16;

    public const byte Plus = 17;

    public const byte Letter = 18;

    public const byte Other = 19;

    private const int AsciiCount = 128;

    private static ReadOnlySpan<byte> KeypadDigits => [2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 9, 9, 9, 9];

    private static readonly byte[] Classes = MakeClasses();

    /// <summary>The class of an ASCII character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte AsciiClass(char c) => Classes[c & (AsciiCount - 1)];

    /// <summary>The class of any character; a digit of any script counts as that digit.</summary>
    public static byte ClassOf(char c)
    {
        if (c < AsciiCount)
            return AsciiClass(c);
        if (IsWidePunctuation(c))
            return Punctuation;
        if (c == '＋')
            return Plus;
        return char.IsDigit(c) && CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (byte)digit : Other;
    }

    /// <summary>The digit of a letter on a telephone keypad.</summary>
    public static int KeypadDigit(char letter) => KeypadDigits[(letter | 0x20) - 'a'];

    /// <summary>The spaces, dashes and brackets beyond ASCII that VALID_PUNCTUATION names, again without tildes.</summary>
    public static bool IsWidePunctuation(char c) => c is '\u00A0' or '\u00AD' or '\u200B' or '\u2060' or '\u3000'
        or (>= '\u2010' and <= '\u2015') or '\u2212' or '\u30FC' or (>= '\uFF0D' and <= '\uFF0F')
        or '\uFF08' or '\uFF09' or '\uFF3B' or '\uFF3D';

    /// <summary>Whether an ASCII character can be part of an extension's label, separator or digits.</summary>
    public static bool MayBeInExtension(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '\t' or ',' or '-' or ':' or '.' or '#' or '=' or ';' or '~';

    private static byte[] MakeClasses()
    {
        var classes = new byte[AsciiCount];
        classes.AsSpan().Fill(Other);
        for (var digit = 0; digit < 10; digit++)
            classes['0' + digit] = (byte)digit;
        foreach (var c in " -.()/[]*")
            classes[c] = Punctuation;
        classes['+'] = Plus;
        for (var c = 'A'; c <= 'Z'; c++)
            classes[c] = classes[c | 0x20] = Letter;
        return classes;
    }
}
