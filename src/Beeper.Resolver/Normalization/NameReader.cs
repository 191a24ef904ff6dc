using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Reads the words of one name: leaves out titles before and degrees behind it, sets the generation apart, and knows where a comma stood.
/// Works on the stack; only the words themselves are allocated.
/// </summary>
internal struct NameReader
{
    private const int MostWords = 10;
    private const int LongestWord = 64;
    private const int ShortTitle = 2;
    private const int ShortGeneration = 3;

    private readonly bool _hasLowerCase;
    private WordBuffer _words;
    private int _wordsInSegment;

    public NameReader(ReadOnlySpan<char> text)
    {
        _hasLowerCase = HasLowerCase(text);
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (text[i] is ',' or '،' or '、')
            {
                EndSegment();
                i++;
            }
            else
            {
                var length = ChunkLength(text[i..]);
                Take(text.Slice(i, length), IsFollowed(text[(i + length)..]));
                i += length;
            }
        }
    }

    /// <summary>How many words were read.</summary>
    public int Count { get; private set; }

    /// <summary>How many words stand before the first comma; 0 without one that parts words.</summary>
    public int BeforeComma { get; private set; }

    public string? Generation { get; private set; }

    /// <summary>Whether the last word is in capitals and the name is not.</summary>
    public bool CapitalTail { get; private set; }

    /// <summary>Whether an ampersand joins several people or partners.</summary>
    public bool IsSeveral { get; private set; }

    /// <summary>The words; the part behind the comma first.</summary>
    public NameToken[] ToWords()
    {
        ReadOnlySpan<NameWord> read = _words;
        var before = BeforeComma > 0 && BeforeComma < Count ? BeforeComma : 0;
        var words = new NameToken[Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = new NameToken(read[i < Count - before ? before + i : i - (Count - before)]);
        return words;
    }

    private static int ChunkLength(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is ',' or '،' or '、')
                return i;
        }
        return text.Length;
    }

    private static bool IsFollowed(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return !rest.IsEmpty && rest[0] is not (',' or '،' or '、');
    }

    private void EndSegment()
    {
        if (BeforeComma == 0)
            BeforeComma = Count;
        _wordsInSegment = 0;
    }

    private void Take(ReadOnlySpan<char> chunk, bool followed)
    {
        if (chunk is "&" or "+")
        {
            IsSeveral = true;
            return;
        }
        if (!IsTitle(chunk, followed))
            TakeWords(chunk);
    }

    private bool IsTitle(ReadOnlySpan<char> chunk, bool followed)
    {
        const int LongestTitle = 24;
        if (chunk.Length > LongestTitle)
            return false;
        Span<char> letters = stackalloc char[LongestTitle];
        var length = 0;
        var capitals = true;
        foreach (var c in chunk)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            capitals &= !char.IsLower(c);
            letters[length++] = char.ToLowerInvariant(c);
        }
        var dotted = chunk.Contains('.');
        if (!NameTitles.TryFind(letters[..length], out var title))
            return false;
        if (_wordsInSegment == 0 && followed && (title.IsHonorific || (title.IsDottedHonorific && dotted)))
            return true;
        if (Count == 0)
            return false;
        if (title.Generation is { } generation && IsGeneration(chunk, length, followed))
        {
            Generation = generation;
            return true;
        }
        return title.IsDegree && (length > ShortTitle || dotted || (capitals && _hasLowerCase));
    }

    // "J.R." are initials. Junior and Neto are names too: Junior may stand behind one name, the others of that length only behind two and at the end.
    private readonly bool IsGeneration(ReadOnlySpan<char> chunk, int length, bool followed) =>
        !chunk[..^1].Contains('.') && (length <= ShortGeneration || !followed)
        && (Count > 1 || length <= ShortGeneration || chunk.StartsWith("Jun", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("Sen", StringComparison.OrdinalIgnoreCase));

    private void TakeWords(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length <= LongestWord && IsAsciiWord(chunk, out var upper))
        {
            if (Count < MostWords)
                Add(NameWordCache.Of(chunk), upper);
            return;
        }
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var script = NameScript.None;
        var capitals = true;
        foreach (var rune in chunk.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (length > 0 && IsMark(rune)))
            {
                if (length + rune.Utf16SequenceLength > LongestWord)
                    continue;
                length += rune.EncodeToUtf16(word[length..]);
                script = Both(script, NameScripts.Of(rune));
                capitals &= !Rune.IsLower(rune);
            }
            else if (!IsInsideWord(rune))
            {
                Add(word[..length], script, capitals);
                (length, script, capitals) = (0, NameScript.None, true);
            }
        }
        Add(word[..length], script, capitals);
    }

    private void Add(ReadOnlySpan<char> word, NameScript script, bool capitals)
    {
        if (word.IsEmpty || Count == MostWords)
            return;
        Add(NameRomanizer.Word(word, script), capitals);
    }

    private void Add(NameWord word, bool capitals)
    {
        CapitalTail = capitals && _hasLowerCase;
        _words[Count++] = word;
        _wordsInSegment++;
    }

    private static bool IsAsciiWord(ReadOnlySpan<char> chunk, out bool capitals)
    {
        capitals = true;
        foreach (var c in chunk)
        {
            if (!char.IsAsciiLetter(c))
                return false;
            capitals &= char.IsAsciiLetterUpper(c);
        }
        return true;
    }

    private static NameScript Both(NameScript one, NameScript other) =>
        one == NameScript.None || one == other ? other : other == NameScript.None ? one : NameScript.Other;

    private static bool IsMark(Rune rune) =>
        !rune.IsAscii && rune.Value is not (>= 0xFE00 and <= 0xFE0F)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Apostrophes and invisible characters are left out without parting the word.
    private static bool IsInsideWord(Rune rune) =>
        rune.Value is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or (>= 0xFE00 and <= 0xFE0F)
        || (!rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    private static bool HasLowerCase(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return true;
        }
        return false;
    }

    [InlineArray(MostWords)]
    private struct WordBuffer
    {
        private NameWord _first;
    }
}
