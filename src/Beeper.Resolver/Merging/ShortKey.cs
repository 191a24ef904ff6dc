namespace Beeper.Resolver.Merging;

/// <summary>The text of a contact's key: 50 bits of a hash in ten digits and letters.</summary>
internal static class ShortKey
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 10;
    private const int BitsPerCharacter = 5;

    /// <summary>The bits of a hash that the text holds.</summary>
    public static ulong Of(ulong hash) => hash & ((1UL << (Length * BitsPerCharacter)) - 1);

    public static string Text(ulong hash) => string.Create(Length, hash, static (key, hash) =>
    {
        for (var index = 0; index < key.Length; index++)
            key[index] = Alphabet[(int)(hash >> (index * BitsPerCharacter)) & 31];
    });

    /// <summary>Reads a text back; false for one that <see cref="Text"/> does not make.</summary>
    public static bool TryParse(string key, out ulong bits)
    {
        bits = 0;
        if (key.Length != Length)
            return false;
        for (var index = 0; index < key.Length; index++)
        {
            var value = Alphabet.IndexOf(key[index], StringComparison.Ordinal);
            if (value < 0)
                return false;
            bits |= (ulong)value << (index * BitsPerCharacter);
        }
        return true;
    }
}
