using System.Text;
using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// Which code page a text that is not Unicode is in: the one under which most header words beyond ASCII are words the vocabulary knows; where
/// that leaves several, the one that makes the most plausible text of the rows.
/// </summary>
internal static class CodePages
{
    // Where nothing tells two pages apart, the earlier one is taken: the western page and then those that share most letters with it.
    private static readonly int[] Candidates = [1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 932, 936, 949, 950, 20866, 850, 10000];

    private const int Macintosh = 10000;

    private static readonly Encoding[] Decoders = Load();

    /// <summary>Windows-1252.</summary>
    public static Encoding Western { get; } = Load(1252);

    /// <summary>The code page of a text.</summary>
    /// <param name="head">The start of the text, where a header may stand.</param>
    /// <param name="lines">Lines from all of it that hold bytes beyond ASCII.</param>
    public static Encoding Detect(ReadOnlySpan<byte> head, ReadOnlySpan<byte> lines)
    {
        var cut = head.LastIndexOfAny((byte)'\n', (byte)'\r');
        if (cut > 0)
            head = head[..cut];
        var isMacintosh = head.Contains((byte)'\r') && !head.Contains((byte)'\n');
        var (best, bestWords, bestText) = (0, 0, double.MinValue);
        for (var index = 0; index < Decoders.Length; index++)
        {
            // Line ends of the old Macintosh speak for its page.
            var plausible = Plausibility(Candidates[index], lines) + (isMacintosh && Candidates[index] == Macintosh ? 1 : 0);
            var words = HeaderWords(Decoders[index], head);
            if (words > bestWords || (words == bestWords && plausible > bestText))
                (best, bestWords, bestText) = (index, words, plausible);
        }
        return Load(Candidates[best]);
    }

    // A page that cannot decode a line is not ruled out: the line itself may be damaged.
    private static double Plausibility(int page, ReadOnlySpan<byte> lines)
    {
        var text = Load(page).GetString(lines);
        return EastAsianPages.Score(page, lines) is { } score ? score - (2 * text.Count(static c => c == '\uFFFD')) : TextPlausibility.Of(text, page);
    }

    private static int HeaderWords(Encoding decoder, ReadOnlySpan<byte> head)
    {
        string text;
        try
        {
            text = decoder.GetString(head);
        }
        catch (DecoderFallbackException)
        {
            return 0;
        }
        var score = 0;
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++lines > 40)
                break;
            foreach (var range in line.SplitAny(',', ';', '\t', '|'))
            {
                var word = line[range].Trim(" \"");
                if (word.Length < 80 && !Ascii.IsValid(word) && HeaderVocabulary.IsKnown(word.ToString()))
                    score++;
            }
        }
        return score;
    }

    private static Encoding[] Load()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Array.ConvertAll(Candidates, static page => Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback));
    }

    private static Encoding Load(int page)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));
    }
}
