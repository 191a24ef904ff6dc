using System.Buffers;
using System.Text;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// Undoes text that was UTF-8, read as Latin-1, Windows-1252 or Windows-1251 and saved again (<c>ZoÃ«</c>, <c>Р˜РІР°РЅ</c>): only where writing it
/// back gives strict UTF-8 and fewer characters, which real text never does.
/// </summary>
internal static class Mojibake
{
    private const int MostRounds = 3;
    private const int FewestCyrillic = 4;

    private static readonly Encoding Western = Create(1252);
    private static readonly Encoding Cyrillic = Create(1251);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What the second byte of a UTF-8 sequence is in Windows-1251.
    private static readonly SearchValues<char> CyrillicSecond = SearchValues.Create(Cyrillic.GetString([.. Enumerable.Range(0x80, 0x40).Select(static value => (byte)value)]));

    /// <summary>The text as it was meant.</summary>
    public static string Repair(string text)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var repaired = LooksWestern(text) ? Reread(text, WesternBytes(text)) : LooksCyrillic(text) ? Reread(text, Bytes(Cyrillic, text)) : null;
            if (repaired is null)
                break;
            text = repaired;
        }
        return text;
    }

    // The first byte of a UTF-8 sequence, seen as 1252, is one of these letters, and a character beyond ASCII follows.
    private static bool LooksWestern(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4'); index >= 0 && index < text.Length - 1; index++)
        {
            if (text[index] is >= '\u00C2' and <= '\u00F4' && text[index + 1] >= '\u0080')
                return true;
        }
        return false;
    }

    // Two letters may be a word; four that all come in such pairs are none.
    private static bool LooksCyrillic(string text)
    {
        var beyond = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsAscii(text[index]))
                continue;
            if (text[index] is not ('Р' or 'С' or 'Т') || index + 1 == text.Length || !CyrillicSecond.Contains(text[++index]))
                return false;
            beyond += 2;
        }
        return beyond >= FewestCyrillic;
    }

    private static string? Reread(string text, byte[]? bytes)
    {
        if (bytes is null || !System.Text.Unicode.Utf8.IsValid(bytes))
            return null;
        var repaired = Strict.GetString(bytes);
        return repaired.Length < text.Length ? repaired : null;
    }

    // Latin-1 and 1252 differ from 0x80 to 0x9F only, and programs mix them: bytes that 1252 lacks stay control characters.
    private static byte[]? WesternBytes(string text)
    {
        var bytes = new byte[text.Length];
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] <= '\u00FF')
                bytes[index] = (byte)text[index];
            else if (Bytes(Western, text[index].ToString()) is [var one])
                bytes[index] = one;
            else
                return null;
        }
        return bytes;
    }

    private static byte[]? Bytes(Encoding page, string text)
    {
        try
        {
            return page.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Create(int page)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);
    }
}
