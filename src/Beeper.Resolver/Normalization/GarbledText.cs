namespace Beeper.Resolver.Normalization;

/// <summary>
/// Texts whose UTF-8 was read in a Western code page somewhere on the way ("MarÃ­a"). Where letters were lost they cannot be repaired; such a name
/// then says nothing, neither for nor against anybody.
/// </summary>
internal static class GarbledText
{
    // The bytes 80 to 9F as Windows-1252 shows them; the bytes A0 to BF stand for themselves.
    private const string Windows = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    /// <summary>Whether a lead byte of UTF-8 is followed by as many continuation bytes as it asks for, all of them shown as letters and signs.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var following = text[i] switch { >= 'Â' and <= 'ß' => 1, >= 'à' and <= 'ï' => 2, _ => 0 };
            if (following > 0 && i + following < text.Length && IsContinued(text.Slice(i + 1, following)))
                return true;
        }
        return false;
    }

    private static bool IsContinued(ReadOnlySpan<char> bytes)
    {
        foreach (var c in bytes)
        {
            if (c is not (>= '\u0080' and <= '\u00BF') && !Windows.Contains(c))
                return false;
        }
        return true;
    }
}
