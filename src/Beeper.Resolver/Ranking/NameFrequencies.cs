using System.Runtime.InteropServices;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// How common names are in the user's own address book: agreement on a rare surname says more than on Smith, and a mailbox that spells
/// another contact's name is that contact's. Counted once per run; deterministic.
/// </summary>
public sealed class NameFrequencies
{
    private const int FewestNames = 300;
    private const double MostUnknown = 0.03;

    private readonly Lazy<Dictionary<NameScript, double>> _unknownShare;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _fullNames = [];
    private readonly int _names;

    /// <summary>Counts the names of an address book; linear in its size.</summary>
    public NameFrequencies(IReadOnlyList<Contact> contacts)
    {
        foreach (var contact in contacts)
        {
            var name = NameFolder.Fold(contact.Name);
            if (!IsName(name))
                continue;
            _names++;
            foreach (ref readonly var word in name.Words.AsSpan())
                CollectionsMarshal.GetValueRefOrAddDefault(_words, word.Form, out _)++;
            if (name.Words.Length > 1)
                CollectionsMarshal.GetValueRefOrAddDefault(_fullNames, Hash(name), out _)++;
        }
        // Only asked for where a network shows a name that says nothing; the names are folded again for it rather than kept.
        _unknownShare = new Lazy<Dictionary<NameScript, double>>(() => UnknownShare(contacts));
    }

    /// <summary>
    /// Whether a text is probably no person's name, such as "Night Owl": none of its words occurs in any name of the address book, and the
    /// address book knows the names of the script so well that hardly a name in it has no word in common with another. Never true for a small
    /// address book, nor in Han and Kana, where a whole name is one word.
    /// </summary>
    public bool IsUnfamiliar(FoldedName name) =>
        name.Script != NameScript.EastAsian && _unknownShare.Value.TryGetValue(name.Script, out var share) && share <= MostUnknown && !HasKnownWord(name, holders: 1);

    private Dictionary<NameScript, double> UnknownShare(IReadOnlyList<Contact> contacts)
    {
        var counts = new Dictionary<NameScript, (int Names, int Unknown)>();
        foreach (var contact in contacts)
        {
            var name = NameFolder.Fold(contact.Name);
            if (!IsName(name))
                continue;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, name.Script, out _);
            count = (count.Names + 1, count.Unknown + (HasKnownWord(name, holders: 2) ? 0 : 1));
        }
        return counts.Where(static script => script.Value.Names >= FewestNames).ToDictionary(static script => script.Key, static script => (double)script.Value.Unknown / script.Value.Names);
    }

    private static bool IsName(FoldedName name) => name.Words.Length > 0 && name.IsPerson;

    private bool HasKnownWord(FoldedName name, int holders)
    {
        foreach (var word in name.Tokens)
        {
            if (!word.IsInitial && _words.GetValueOrDefault(word.Form) >= holders)
                return true;
        }
        return false;
    }

    /// <summary>How many contacts have exactly this full name, its words in any order; 0 for a single word.</summary>
    public int Holders(FoldedName name) => name.Tokens.Count > 1 ? _fullNames.GetValueOrDefault(Hash(name)) : 0;

    /// <summary>
    /// By how many bits the words that two names have in common stand out in this address book: a word that one contact in a thousand has
    /// gives 10. A word nobody has counts as one that a single contact has.
    /// </summary>
    public double SharedBits(FoldedName left, FoldedName right)
    {
        var bits = 0.0;
        foreach (var word in left.Tokens)
        {
            if (!word.IsInitial && Contains(right, word))
                bits += Math.Log2((_names + 1.0) / Math.Max(1, _words.GetValueOrDefault(word.Form)));
        }
        return bits;
    }

    private static bool Contains(FoldedName name, NameToken word)
    {
        foreach (var other in name.Tokens)
        {
            if (word.Equals(other, anySpelling: true))
                return true;
        }
        return false;
    }

    // The words in any order and the generation.
    private static ulong Hash(FoldedName name)
    {
        var hash = 0UL;
        foreach (ref readonly var word in name.Words.AsSpan())
            hash += StableHash.Mix(StableHash.Add(StableHash.Seed(17), word.Form));
        return StableHash.Add(hash, name.Generation);
    }

    internal static string Key(FoldedName name)
    {
        var words = new string[name.Tokens.Count];
        for (var index = 0; index < words.Length; index++)
            words[index] = name.Tokens[index].Form;
        Array.Sort(words, StringComparer.Ordinal);
        return name.Generation is { } generation ? $"{string.Join(' ', words)} {generation}" : string.Join(' ', words);
    }
}
