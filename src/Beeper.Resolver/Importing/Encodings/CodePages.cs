using System.Text;
using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// Which code page a file that is not Unicode is in: the one under which most header words beyond ASCII are words the vocabulary knows. A header
/// in ASCII says nothing; then it is Windows-1252, the page of western Outlook.
/// </summary>
internal static class CodePages
{
    // Where two pages spell the header alike, the earlier one is taken: the western page and then those that share most letters with it.
    private static readonly int[] Candidates = [1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 932, 936, 949, 950, 20866, 850, 10000];

    private static readonly Encoding[] Decoders = Load();

    /// <summary>Windows-1252.</summary>
    public static Encoding Western { get; } = Load(1252);

    /// <summary>The code page of a text from its first kilobytes.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> head)
    {
        var cut = head.LastIndexOf((byte)'\n');
        if (cut > 0)
            head = head[..cut];
        var (best, bestScore) = (0, 0);
        for (var index = 0; index < Decoders.Length; index++)
        {
            if (Score(Decoders[index], head) is var score && score > bestScore)
                (best, bestScore) = (index, score);
        }
        return Load(Candidates[best]);
    }

    private static int Score(Encoding decoder, ReadOnlySpan<byte> head)
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
