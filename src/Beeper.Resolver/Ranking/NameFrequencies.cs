using System.Runtime.InteropServices;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// How common names are in the user's own address book: agreement on a rare surname says more than on Smith, and a mailbox that spells
/// another contact's name is that contact's. Counted once per run; deterministic.
/// </summary>
public sealed class NameFrequencies
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fullNames = new(StringComparer.Ordinal);
    private readonly int _names;

    /// <summary>Counts the names of an address book; linear in its size.</summary>
    public NameFrequencies(IReadOnlyList<Contact> contacts)
    {
        foreach (var contact in contacts)
        {
            var name = NameFolder.Fold(contact.Name);
            if (name.Tokens.Count == 0 || !name.IsPerson)
                continue;
            _names++;
            foreach (var word in name.Tokens)
                CollectionsMarshal.GetValueRefOrAddDefault(_words, word.Form, out _)++;
            if (name.Tokens.Count > 1)
                CollectionsMarshal.GetValueRefOrAddDefault(_fullNames, Key(name), out _)++;
        }
    }

    /// <summary>How many contacts have exactly this full name, its words in any order; 0 for a single word.</summary>
    public int Holders(FoldedName name) => name.Tokens.Count > 1 ? _fullNames.GetValueOrDefault(Key(name)) : 0;

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

    internal static string Key(FoldedName name)
    {
        var words = new string[name.Tokens.Count];
        for (var index = 0; index < words.Length; index++)
            words[index] = name.Tokens[index].Form;
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }
}
