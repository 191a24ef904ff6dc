namespace Beeper.Resolver.Importing.Encodings;

/// <summary>How plausible bytes are as text of an East Asian code page, by where its frequent characters stand; half a point a byte at best.</summary>
internal static class EastAsianPages
{
    /// <summary>The score of a text that the page can decode; null for other pages.</summary>
    public static double? Score(int page, ReadOnlySpan<byte> text)
    {
        if (page is not (932 or 936 or 949 or 950))
            return null;
        var score = 0.0;
        for (var index = 0; index < text.Length; index++)
        {
            var lead = text[index];
            if (lead < 0x80)
                continue;
            if (page == 932 && lead is >= 0xA1 and <= 0xDF)
            {
                // Half-width kana; what other pages write in pairs looks like them.
                score--;
                continue;
            }
            // Names in another script hold such pairs in the middle of words.
            if (IsSmall(index > 0 ? text[index - 1] : (byte)0) || IsSmall(index + 2 < text.Length ? text[index + 2] : (byte)0))
                score--;
            var trail = index + 1 < text.Length ? text[++index] : (byte)0;
            score += page switch
            {
                932 => Japanese(lead),
                936 => SimplifiedChinese(lead, trail),
                949 => Korean(lead, trail),
                _ => TraditionalChinese(lead),
            };
        }
        return score;
    }

    private static bool IsSmall(byte letter) => letter is >= (byte)'a' and <= (byte)'z';

    // Kana and the characters of the first level.
    private static double Japanese(byte lead) => lead is 0x82 or 0x83 or (>= 0x88 and <= 0x97) ? 1 : lead == 0x81 ? 0.3 : -0.5;

    private static double SimplifiedChinese(byte lead, byte trail) => trail < 0xA1 ? -1 : lead is >= 0xB0 and <= 0xD7 ? 1 : -0.5;

    // Hangul stand among the Chinese characters of page 936, in fewer rows: that all are in those is no chance.
    private static double Korean(byte lead, byte trail) => trail >= 0xA1 && lead is >= 0xB0 and <= 0xC8 ? 1.1 : -0.5;

    private static double TraditionalChinese(byte lead) => lead is >= 0xA4 and <= 0xC6 ? 1 : -0.5;
}
