using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>A number and the words beside it in its cell: <c>Mobile: 07700 900144</c>, <c>07700 900145 (work)</c>, <c>WhatsApp +44 …</c>.</summary>
/// <param name="Number">The number without the words.</param>
/// <param name="Label">The label the words make, or null.</param>
internal readonly record struct PhoneText(string Number, string? Label)
{
    private const int LongestWord = 30;

    private static readonly HashSet<string> Generic = ["tel", "telephone", "phone", "ph", "t", "p", "number", "no", "nr", "num", "fon", "telefon", "telefono", "telefone", "call", "tlf", "тел"];

    /// <summary>Takes a text apart; words that say nothing of the number are dropped where a colon or brackets set them apart.</summary>
    public static PhoneText Of(string text)
    {
        var number = text.AsSpan().Trim();
        if (number.Length > 100 || number.ContainsAny("@=#") || number.IndexOf("://", StringComparison.Ordinal) >= 0 || !HasLetter(number) || IsScheme(number))
            return new PhoneText(text, null);
        var start = number.IndexOfAny("+＋(0123456789");
        string? before = null;
        if (start > 0 && IsLabel(number[..start], out before))
            number = number[start..];
        var end = LabelAtEnd(number, out var behind);
        return new PhoneText(number[..end].ToString(), before ?? behind);
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }
        return false;
    }

    // RFC 3966 has parameters of its own.
    private static bool IsScheme(ReadOnlySpan<char> text) => text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("sms:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("callto:", StringComparison.OrdinalIgnoreCase);

    private static bool IsLabel(ReadOnlySpan<char> words, out string? label)
    {
        var isSetApart = words.TrimEnd() is [.., ':'];
        var word = words.Trim(" :.-\t").ToString();
        label = word.Length is 0 or > LongestWord ? null : Known(word);
        return word.Length is > 0 and <= LongestWord && (label is not null || isSetApart || Generic.Contains(HeaderFold.Fold(word)));
    }

    // Where the number ends, before words that are a label or stand in brackets.
    private static int LabelAtEnd(ReadOnlySpan<char> number, out string? label)
    {
        label = null;
        var end = number.LastIndexOfAnyInRange('0', '9') + 1;
        if (end == 0 || end == number.Length || end + LongestWord < number.Length)
            return number.Length;
        var rest = number[end..].Trim();
        var word = rest.Trim("()[] -,").ToString();
        label = word.Length == 0 ? null : Known(word);
        return label is not null || (word.Length > 0 && rest is ['(', .., ')'] or ['[', .., ']']) ? end : number.Length;
    }

    // A single letter is no network's name here: the x behind a number begins an extension.
    private static string? Known(string word) => LabelVocabulary.IsKnown(word) || (word.Length > 1 && NetworkWords.Network(word) is not null) ? LabelVocabulary.Canonical(word) : null;
}
