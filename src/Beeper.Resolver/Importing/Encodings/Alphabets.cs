using System.Collections.Frozen;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>Which letters beyond ASCII the languages of each code page write, so that text decoded with the wrong page is told by letters no language has together.</summary>
internal static class Alphabets
{
    // Page, weight of a word (languages of few speakers count less where the same bytes are a word of a large one), letters in lower case.
    private static readonly (int Page, double Weight, string Letters)[] Languages =
    [
        (1252, 1, "äöüß"), (1252, 1, "àâæçéèêëîïôœùûüÿ"), (1252, 1, "áéíóúüñªº"), (1252, 1, "áâãàçéêíóôõúü"), (1252, 1, "àèéìíîòóùú"), (1252, 1, "åäöéü"), (1252, 1, "æøåéöäü"),
        (1252, 1, "éëïóöüèáê"), (1252, 1, "àçèéíïòóúü"), (1252, 1, "áéíóú"), (1252, 0.5, "áéíóúýþæöð"), (1252, 0.9, "äöõüšž"),
        (1250, 1, "ąćęłńóśźż"), (1250, 1, "áčďéěíňóřšťúůýžöü"), (1250, 1, "áäčďéíĺľňóôŕšťúýž"), (1250, 1, "áéíóöőúüű"), (1250, 1, "čćđšž"), (1250, 0.9, "ăâîşţșț"), (1250, 1, "äöüß"),
        (1254, 1, "çğıöşüâîû"),
        (1257, 1, "āčēģīķļņšūž"), (1257, 1, "ąčęėįšųūž"), (1257, 1, "äöõüšž"),
    ];

    // The letters that make about four fifths of a text, in lower case.
    private static readonly (int Low, int High, string Common)[] Scripts =
    [
        (0x0400, 0x04FF, "оеаинтсрвлкмдпуіяь"),
        (0x0370, 0x03FF, "αοιετσνηυρπκλμςάόίέή"),
        (0x0590, 0x05FF, "יוהלארבתמשנםד"),
        (0x0600, 0x06FF, "اليمنوترهبدعسحفكة"),
    ];

    private static readonly FrozenDictionary<int, (double Weight, FrozenSet<char> Letters)[]> ByPage =
        Languages.GroupBy(static one => one.Page).ToFrozenDictionary(static group => group.Key, static group => group.Select(static one => (one.Weight, one.Letters.ToFrozenSet())).ToArray());

    /// <summary>How well a word in Latin letters fits a language of the page: its weight, or -1 where no language writes all its letters.</summary>
    public static double Latin(int page, ReadOnlySpan<char> word)
    {
        // The pages of DOS and the Macintosh hold the western languages.
        var best = -1.0;
        foreach (var (weight, letters) in ByPage.TryGetValue(page, out var own) ? own : ByPage[1252])
        {
            if (weight > best && Covers(letters, word))
                best = weight;
        }
        return best;
    }

    /// <summary>The share of letters that are common in their script, in halves per letter; null for Latin letters.</summary>
    public static double? Other(ReadOnlySpan<char> word)
    {
        foreach (var (low, high, common) in Scripts)
        {
            if (word[0] < low || word[0] > high)
                continue;
            var score = 0.0;
            foreach (var c in word)
                score += c < low || c > high ? -1 : common.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal) ? 0.5 : -0.25;
            return score;
        }
        return null;
    }

    private static bool Covers(FrozenSet<char> letters, ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c > 0x7F && !letters.Contains(c == 'İ' ? 'ı' : char.ToLowerInvariant(c)))
                return false;
        }
        return true;
    }
}
