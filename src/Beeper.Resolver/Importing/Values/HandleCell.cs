using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>A messaging address as people write it: <c>telegram: @name</c>, <c>skype:name?chat</c>, a profile address, a Matrix ID, or a bare handle.</summary>
/// <param name="Kind">Phone where the network knows people by number, otherwise handle or web address.</param>
/// <param name="Text">The value.</param>
/// <param name="Network">The network, or null when nothing names it.</param>
internal readonly record struct HandleCell(SourceValueKind Kind, string Text, string? Network)
{
    /// <summary>The address a text names together with its network, or null.</summary>
    public static HandleCell? Named(string text)
    {
        var trimmed = text.Trim();
        if (IsAddress(trimmed))
            return new HandleCell(SourceValueKind.Url, trimmed, null);
        if (trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return new HandleCell(SourceValueKind.Email, trimmed, null);
        if (trimmed.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("sms:", StringComparison.OrdinalIgnoreCase))
            return PhoneCell.Read(trimmed, out var number) is null ? new HandleCell(SourceValueKind.Phone, number, null) : null;
        if (trimmed.StartsWith("facetime:", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("facetime-audio:", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("imessage:", StringComparison.OrdinalIgnoreCase))
            return OfApple(trimmed[(trimmed.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim('/', ' '));
        if (trimmed.StartsWith("live:", StringComparison.OrdinalIgnoreCase))
            return new HandleCell(SourceValueKind.Handle, trimmed, "skype");
        if (IsMatrixId(trimmed))
            return new HandleCell(SourceValueKind.Handle, trimmed, "matrix");
        // "telegram @name", "Signal +44 …": the sign behind the word leaves no doubt.
        if (trimmed.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && trimmed[(space + 1)..].TrimStart() is ['@' or '+', ..] and var signed && !signed.Contains(':', StringComparison.Ordinal) && NetworkWords.Network(trimmed[..space]) is { } before)
            return On(before, signed);
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon > 24 || NetworkWords.Network(trimmed[..colon]) is not { } network)
            return null;
        var handle = trimmed[(colon + 1)..].TrimStart('/').Split('?')[0].Trim();
        return handle.Length is 0 or > 120 ? null : On(network, handle);
    }

    /// <summary>The address on a known network: numbers where people are known by them, and a number written for a handle.</summary>
    public static HandleCell? On(string network, string text)
    {
        if (IsAddress(text))
            return NetworkWords.UsesPhones(network) ? new HandleCell(SourceValueKind.Phone, text, network) : new HandleCell(SourceValueKind.Handle, text, network);
        if (Jid(text) is { } digits)
            return new HandleCell(SourceValueKind.Phone, digits, "whatsapp");
        if (network == "linkedin" && text.TrimStart('/') is var path && path.StartsWith("in/", StringComparison.OrdinalIgnoreCase))
            text = path[3..].Trim('/');
        if (network == "imessage" && CellShape.IsEmail(text))
            return OfApple(text);
        if (network != "skype" && Named(text) is { Network: { } named } own && named == network)
            return own;
        if (NetworkWords.UsesPhones(network) || (text.StartsWith('+') && CellShape.IsPhone(text)))
            return PhoneCell.Read(text, out var number) is null && HasNumber(number) ? new HandleCell(SourceValueKind.Phone, number, network) : network is "whatsapp" or "viber" ? null : Handle(network, text);
        return Handle(network, text);
    }

    // People are known there by number or address.
    private static HandleCell? OfApple(string text) =>
        CellShape.IsEmail(text) ? new HandleCell(SourceValueKind.Email, text, "imessage") : PhoneCell.Read(text, out var number) is null ? new HandleCell(SourceValueKind.Phone, number, "imessage") : null;

    /// <summary>Whether a text is a WhatsApp account's address inside the network: the number and its server.</summary>
    public static bool IsJid(string text) => Jid(text) is not null;

    private static HandleCell? Handle(string network, string text) => text.AsSpan().Trim().Length > 1 && !PhoneCell.IsPlaceholder(text.Trim()) ? new HandleCell(SourceValueKind.Handle, text.Trim(), network) : null;

    private static bool HasNumber(string text) => text.Count(char.IsDigit) >= 5 && text.Count(char.IsLetter) <= 5;

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal) || text.StartsWith("tg:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("matrix:u/", StringComparison.OrdinalIgnoreCase)
        || (text.IndexOf('/', StringComparison.Ordinal) is > 3 and var slash && text.AsSpan(0, slash).Contains('.') && !text.AsSpan().Contains(' ') && !text.StartsWith('@'));

    private static bool IsMatrixId(string text) => text.StartsWith('@') && text.IndexOf(':', StringComparison.Ordinal) is > 1 and var colon && colon < text.Length - 1 && !text.Contains(' ', StringComparison.Ordinal);

    private static string? Jid(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 4 && text[at..] is "@s.whatsapp.net" or "@c.us" && text.AsSpan(0, at).TrimStart('+') is var digits && !digits.ContainsAnyExceptInRange('0', '9') ? $"+{digits}" : null;
    }
}
