using System.Text;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// Undoes text that was UTF-8, read as Windows-1252 and saved again (<c>ZoÃ«</c>): only where writing it back as 1252 gives strict UTF-8 and fewer
/// characters, which real text never does.
/// </summary>
internal static class Mojibake
{
    private const int MostRounds = 3;

    private static readonly Encoding Western = CreateWestern();
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as it was meant.</summary>
    public static string Repair(string text)
    {
        for (var round = 0; round < MostRounds && LooksDamaged(text); round++)
        {
            if (Reread(text) is not { } repaired || repaired.Length >= text.Length)
                break;
            text = repaired;
        }
        return text;
    }

    // The first byte of a UTF-8 sequence, seen as 1252, is one of these letters, and a character beyond ASCII follows.
    private static bool LooksDamaged(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4'); index >= 0 && index < text.Length - 1; index++)
        {
            if (text[index] is >= '\u00C2' and <= '\u00F4' && text[index + 1] >= '\u0080')
                return true;
        }
        return false;
    }

    private static string? Reread(string text)
    {
        try
        {
            return Strict.GetString(Western.GetBytes(text));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding CreateWestern()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
