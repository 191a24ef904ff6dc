using System.Text.Json;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Given names and their short forms, and names whose spellings no rule brings together, from the data files. Words are numbered when a name is folded,
/// so that comparing looks at numbers only. Short forms hold between the two words of a pair and are never chained: Bill and Will are both William,
/// and not each other.
/// </summary>
internal static class NameVocabulary
{
    private static readonly Lazy<Tables> Loaded = new(Tables.Read);

    /// <summary>The numbers of a word, given in its <see cref="NameSpelling"/>; 0 where the files do not know it.</summary>
    public static void Find(string spelling, out ushort spelledName, out ushort shortName)
    {
        (spelledName, shortName) = Loaded.Value.Words.TryGetValue(spelling, out var numbers) ? numbers : default;
    }

    /// <summary>Whether one word is a short form of the other.</summary>
    public static bool AreShortForms(ushort left, ushort right) => left != 0 && right != 0 && Loaded.Value.Pairs.Contains(Pair(left, right));

    private static int Pair(ushort left, ushort right) => left < right ? (left << 16) | right : (right << 16) | left;

    private sealed record Tables(Dictionary<string, (ushort SpelledName, ushort ShortName)> Words, HashSet<int> Pairs)
    {
        public static Tables Read()
        {
            var words = new Dictionary<string, (ushort SpelledName, ushort ShortName)>(StringComparer.Ordinal);
            ushort group = 0;
            foreach (var spellings in Json<string[]>("name-spellings.json"))
            {
                group++;
                foreach (var word in spellings.Split(' '))
                    words[NameSpelling.Of(word)] = (group, 0);
            }
            var pairs = new HashSet<int>();
            ushort last = 0;
            foreach (var (name, shorts) in Json<Dictionary<string, string>>("short-names.json"))
            {
                foreach (var shortForm in shorts.Split(' '))
                    pairs.Add(Pair(Number(name), Number(shortForm)));
            }
            return new Tables(words, pairs);

            // The spellings of one name share its short forms.
            ushort Number(string word)
            {
                var key = NameSpelling.Of(word);
                var known = words.GetValueOrDefault(key);
                if (known.ShortName != 0)
                    return known.ShortName;
                last++;
                words[key] = known with { ShortName = last };
                if (known.SpelledName == 0)
                    return last;
                foreach (var other in words.Where(pair => pair.Value.SpelledName == known.SpelledName).Select(static pair => pair.Key).ToList())
                    words[other] = (known.SpelledName, last);
                return last;
            }
        }

        private static T Json<T>(string name)
        {
            using var stream = typeof(NameVocabulary).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
            return JsonSerializer.Deserialize<T>(stream) ?? throw new InvalidOperationException($"{name} is empty.");
        }
    }
}
