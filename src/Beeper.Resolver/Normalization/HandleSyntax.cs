using System.Text.RegularExpressions;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// What a handle of each network may look like, after the networks' own rules: Telegram 5–32 word characters starting with a letter (its
/// bridge takes no shorter ones), Instagram 1–30 with dots, X 1–15 word characters, Signal nickname.number, Discord 2–32, LinkedIn slugs.
/// </summary>
internal static partial class HandleSyntax
{
    public static bool IsHandle(string network, string text) => network switch
    {
        "telegram" => Telegram().IsMatch(text) && !text.Contains("__", StringComparison.Ordinal),
        "instagram" => Instagram().IsMatch(text),
        "twitter" => Twitter().IsMatch(text),
        "signal" => Signal().IsMatch(text),
        "discord" => Discord().IsMatch(text) && !text.Contains("..", StringComparison.Ordinal),
        "linkedin" => text.Length is >= 3 and <= 100 && !text.AsSpan().ContainsAny(" /?#@"),
        "facebook" => Facebook().IsMatch(text),
        "bluesky" => Bluesky().IsMatch(text),
        "line" => Line().IsMatch(text),
        _ => text.Length is >= 2 and <= 64 && !text.AsSpan().ContainsAny(" /\\?#@"),
    };

    /// <summary>Whether the text is a user ID of the network rather than a handle.</summary>
    public static bool IsUserId(string network, string text) => network switch
    {
        "matrix" => MatrixId().IsMatch(text) && text.Length <= 255,
        "linkedin" => text.Length == 39 && text.StartsWith("ACoAA", StringComparison.Ordinal),
        "slack" => SlackId().IsMatch(text),
        "discord" => DiscordId().IsMatch(text),
        "signal" => Guid.TryParseExact(text, "D", out _),
        _ => false,
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{3,30}[A-Za-z0-9]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Telegram();

    [GeneratedRegex(@"^[A-Za-z0-9._]{1,30}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Instagram();

    [GeneratedRegex("^[A-Za-z0-9_]{1,15}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Twitter();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{2,31}\.(0[1-9]|[1-9][0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Signal();

    [GeneratedRegex(@"^([A-Za-z0-9_.]{2,32}|[^#@:]{2,32}#[0-9]{4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Discord();

    [GeneratedRegex("^[A-Za-z0-9.]{5,50}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Facebook();

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Bluesky();

    [GeneratedRegex("^[a-z0-9._-]{4,20}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Line();

    [GeneratedRegex(@"^@[^\s:@]+:[A-Za-z0-9.-]+(:[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex MatrixId();

    [GeneratedRegex("^[UW][A-Z0-9]{6,20}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex SlackId();

    [GeneratedRegex("^[0-9]{17,20}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex DiscordId();
}
