namespace Beeper.Resolver.Merging;

/// <summary>64-bit hashes that are the same on every machine and in every version: FNV-1a over UTF-16 units with a final mix. Not for secrets.</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>A seed for one kind of value.</summary>
    public static ulong Seed(int kind) => Offset ^ ((ulong)kind * 0x9E3779B97F4A7C15);

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        // A unit no text holds, so that "ab" + "c" is not "a" + "bc".
        return (hash ^ 0x1_0000) * Prime;
    }

    /// <summary>As <see cref="Add"/> of the lower-cased text, for ASCII without making one.</summary>
    public static ulong AddLower(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c > '\u007F')
                return Add(hash, text.ToString().ToLowerInvariant());
        }
        var lower = hash;
        foreach (var c in text)
            lower = (lower ^ (char.IsAsciiLetterUpper(c) ? (uint)c | 0x20 : c)) * Prime;
        return (lower ^ 0x1_0000) * Prime;
    }

    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
