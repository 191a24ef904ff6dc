using System.Text;
using AnyAscii;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Words to their comparison forms. Alphabetic scripts are romanised by AnyAscii, with the spellings that stand for each other brought
/// together (Sergey, Sergei; Khan, Han); other scripts are compared as written, because their romanisation depends on the language.
/// </summary>
internal static class NameRomanizer
{
    public static NameToken Token(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Ascii.IsValid(lower))
        {
            var plain = Respelled(lower);
            return new NameToken(plain, plain);
        }
        if (lower.Any(static c => c > '\u052F' && c is < '\u1E00' or > '\u1FFF'))
            return new NameToken(lower, lower);
        var form = Respelled(Romanized(lower));
        var written = WrittenOut(lower);
        return new NameToken(form, ReferenceEquals(written, lower) ? form : Respelled(Romanized(written)));
    }

    private static string Romanized(string word) => string.Concat(word.Transliterate().Where(static c => c is not ('\'' or '`' or '"'))).ToLowerInvariant();

    private static string WrittenOut(string lower)
    {
        if (!lower.AsSpan().ContainsAny("äöüåøæßœ"))
            return lower;
        return new StringBuilder(lower).Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("å", "aa").Replace("ø", "oe").Replace("æ", "ae").Replace("ß", "ss").Replace("œ", "oe").ToString();
    }

    private static string Respelled(string word)
    {
        if (word.Length < 3)
            return word;
        var text = word.Replace("shch", "sch", StringComparison.Ordinal).Replace("kh", "h", StringComparison.Ordinal).Replace("ou", "u", StringComparison.Ordinal).Replace("oy", "u", StringComparison.Ordinal);
        if (text.EndsWith("iya", StringComparison.Ordinal))
            text = $"{text.AsSpan(0, text.Length - 3)}ia";
        else if (text.EndsWith("iy", StringComparison.Ordinal) || text.EndsWith("ij", StringComparison.Ordinal))
            text = $"{text.AsSpan(0, text.Length - 2)}y";
        else if (text.EndsWith("ei", StringComparison.Ordinal))
            text = $"{text.AsSpan(0, text.Length - 2)}ey";
        return text;
    }
}
