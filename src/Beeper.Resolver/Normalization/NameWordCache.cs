namespace Beeper.Resolver.Normalization;

/// <summary>
/// The words of ASCII letters that a thread has met lately: address books repeat their words, and looking one up costs a fraction of spelling it
/// out again. Bounded, without locks; a word that is pushed out is made again.
/// </summary>
internal static class NameWordCache
{
    private const int Slots = 1 << 15;
    private const int Longest = 64;

    [ThreadStatic]
    private static NameWord?[]? _words;

    /// <summary>The word of a text of ASCII letters, at most 64 of them, in any case.</summary>
    public static NameWord Of(ReadOnlySpan<char> letters)
    {
        Span<char> lower = stackalloc char[Longest];
        lower = lower[..letters.Length];
        var hash = 2166136261u;
        for (var i = 0; i < lower.Length; i++)
        {
            var letter = (char)(letters[i] | 0x20);
            lower[i] = letter;
            hash = (hash ^ letter) * 16777619u;
        }
        ref var slot = ref (_words ??= new NameWord?[Slots])[(hash ^ (hash >> 15)) & (Slots - 1)];
        if (slot is null || !lower.SequenceEqual(slot.Form))
            slot = NameRomanizer.Word(lower, NameScript.Alphabetic);
        return slot;
    }
}
