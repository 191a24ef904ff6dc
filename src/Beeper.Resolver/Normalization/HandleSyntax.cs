using System.Buffers;
using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// What handles and user IDs of each network look like, after the networks' own rules. Nothing made of digits alone passes: Telegram, Facebook and
/// Instagram would take it for the ID of whoever has it.
/// </summary>
internal static class HandleSyntax
{
    private const string LowerLetters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Alphanumerics = LowerLetters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + Digits;

    private static readonly SearchValues<char> Word = SearchValues.Create(Alphanumerics + "_");
    private static readonly SearchValues<char> WordDot = SearchValues.Create(Alphanumerics + "_.");
    private static readonly SearchValues<char> AlphanumericDot = SearchValues.Create(Alphanumerics + ".");
    private static readonly SearchValues<char> LineCharacters = SearchValues.Create(LowerLetters + Digits + "._-");
    private static readonly SearchValues<char> SlugId = SearchValues.Create(Alphanumerics + "_-");
    private static readonly SearchValues<char> SlackCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ" + Digits);
    private static readonly SearchValues<char> Server = SearchValues.Create(Alphanumerics + ".-:[]");

    /// <summary>Whether the text is a handle of the network, without its <c>@</c>.</summary>
    public static bool IsHandle(string network, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !text.ContainsAnyExceptInRange('0', '9'))
            return false;
        return network switch
        {
            "telegram" => IsTelegram(text),
            "instagram" => text.Length <= 30 && !text.ContainsAnyExcept(WordDot) && !HasStrayDot(text),
            "twitter" => text.Length <= 15 && !text.ContainsAnyExcept(Word),
            "signal" => IsSignal(text),
            "discord" => IsDiscord(text),
            "linkedin" => IsLinkedIn(text),
            "facebook" => text.Length is >= 5 and <= 50 && !text.ContainsAnyExcept(AlphanumericDot) && !HasStrayDot(text) && IsMoreThanDigits(text),
            "bluesky" => text.Length <= 253 && EmailSyntax.DomainProblem(text) is null && char.IsAsciiLetter(text[text.LastIndexOf('.') + 1]),
            "line" => text.Length is >= 4 and <= 20 && !text.ContainsAnyExcept(LineCharacters),
            // People are known there by a number, an address or an ID, never by a handle.
            "whatsapp" or "imessage" or "gmessages" or "androidsms" or "gvoice" or "slack" or "matrix" => false,
            _ => IsWord(text),
        };
    }

    /// <summary>Whether the text is a user ID of the network rather than a handle.</summary>
    public static bool IsUserId(string network, ReadOnlySpan<char> text) => network switch
    {
        "matrix" => IsMatrix(text),
        "linkedin" => text.Length == 39 && text.StartsWith("ACoAA") && !text.ContainsAnyExcept(SlugId),
        "slack" => IsSlack(text),
        "signal" => Guid.TryParseExact(text.StartsWith("PNI:", StringComparison.OrdinalIgnoreCase) ? text["PNI:".Length..] : text, "D", out _),
        "bluesky" => text.StartsWith("did:plc:") || text.StartsWith("did:web:"),
        "line" => text.Length == 33 && text[0] == 'u' && !text[1..].ContainsAnyExcept("0123456789abcdef"),
        "whatsapp" => text.StartsWith("lid-") && IsDigits(text["lid-".Length..], 5, 20),
        _ => false,
    };

    /// <summary>Whether the text is a user ID that is made of digits; only an address that says so may hold one (<c>profile.php?id=</c>, <c>discord.com/users/</c>).</summary>
    public static bool IsNumericId(string network, ReadOnlySpan<char> text) => network switch
    {
        "discord" => IsDigits(text, 17, 20),
        "facebook" => IsDigits(text, 5, 20) && text[0] != '0',
        _ => false,
    };

    // tdlib's rule for names, with the five characters its bridge asks for.
    private static bool IsTelegram(ReadOnlySpan<char> text) =>
        text.Length is >= 5 and <= 32 && char.IsAsciiLetter(text[0]) && text[^1] != '_' && !text.ContainsAnyExcept(Word) && text.IndexOf("__") < 0;

    // libsignal's usernames: nickname, dot, a number of at least two digits, not zero, with a leading zero only below ten.
    private static bool IsSignal(ReadOnlySpan<char> text)
    {
        var dot = text.LastIndexOf('.');
        if (dot is < 3 or > 32)
            return false;
        var nickname = text[..dot];
        var number = text[(dot + 1)..];
        return !char.IsAsciiDigit(nickname[0]) && !nickname.ContainsAnyExcept(Word) && IsDigits(number, 2, 20) && number is not "00" && (number.Length == 2 || number[0] != '0');
    }

    private static bool IsDiscord(ReadOnlySpan<char> text)
    {
        var hash = text.IndexOf('#');
        if (hash < 0)
            return text.Length is >= 2 and <= 32 && !text.ContainsAnyExcept(WordDot) && text.IndexOf("..") < 0;
        return hash is >= 2 and <= 32 && IsDigits(text[(hash + 1)..], 4, 4) && !text[..hash].ContainsAny("@:/\\") && !text[..hash].ContainsAny('\r', '\n', '\t');
    }

    private static bool IsLinkedIn(ReadOnlySpan<char> slug)
    {
        if (slug.Length is < 3 or > 100 || slug.StartsWith("ACoAA") || slug.StartsWith("ACwAA"))
            return false;
        foreach (var rune in slug.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value != '-' && !Rune.IsLetterOrDigit(rune) && category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                return false;
        }
        return true;
    }

    // Newer user IDs keep to lower case; older ones do not, and Matrix compares them as they are.
    private static bool IsMatrix(ReadOnlySpan<char> text)
    {
        if (text.Length is < 4 or > 255 || text[0] != '@' || text.IndexOf(':') is not (var colon and > 1))
            return false;
        var server = text[(colon + 1)..];
        return !server.IsEmpty && !server.ContainsAnyExcept(Server) && char.IsAsciiLetterOrDigit(server[^1] == ']' ? '0' : server[^1])
            && !text[1..colon].ContainsAnyExceptInRange('!', '~') && !text[1..colon].Contains('@');
    }

    // Upper case with at least one digit: a surname in capitals is no ID. A workspace may stand before it.
    private static bool IsSlack(ReadOnlySpan<char> text)
    {
        if (text is ['T', ..] && text.IndexOf('-') is var dash and > 1)
            text = text[(dash + 1)..];
        return text.Length is >= 7 and <= 21 && text[0] is 'U' or 'W' && !text.ContainsAnyExcept(SlackCharacters) && text.ContainsAnyInRange('0', '9');
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '\\' or '?' or '#' or '@')
                return false;
        }
        return text.Length is >= 2 and <= 64;
    }

    // Facebook drops the dots, which would leave an ID.
    private static bool IsMoreThanDigits(ReadOnlySpan<char> text) => text.ContainsAnyInRange('a', 'z') || text.ContainsAnyInRange('A', 'Z');

    private static bool HasStrayDot(ReadOnlySpan<char> text) => text[0] == '.' || text[^1] == '.' || text.IndexOf("..") >= 0;

    private static bool IsDigits(ReadOnlySpan<char> text, int fewest, int most) =>
        text.Length >= fewest && text.Length <= most && !text.ContainsAnyExceptInRange('0', '9');
}
