using System.Buffers;
using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>The grammar of addresses: which local parts and which ASCII domains RFC 5321 and RFC 5322 allow, over spans and without allocation.</summary>
internal static class EmailSyntax
{
    public const int LongestLocalPart = 64;
    public const int LongestAddress = 254;

    private const int LongestLabel = 63;
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // RFC 5322 §3.2.3 atext, and the dot between atoms.
    private static readonly SearchValues<char> LocalCharacters = SearchValues.Create(Letters + "!#$%&'*+-/=?^_`{|}~.");

    /// <summary>Whether the text is an ASCII address that needs nothing but perhaps its domain in lower case; the road nearly all values take.</summary>
    public static bool IsPlain(ReadOnlySpan<char> address, out int at)
    {
        at = address.IndexOf('@');
        return at is > 0 and <= LongestLocalPart && address.Length <= LongestAddress
            && !address[..at].ContainsAnyExcept(LocalCharacters) && !HasStrayDot(address[..at])
            && DomainProblem(address[(at + 1)..]) is null;
    }

    /// <summary>What is wrong with a local part, quoted or not; null when nothing is.</summary>
    public static string? LocalProblem(ReadOnlySpan<char> local)
    {
        if (local.IsEmpty)
            return EmailProblem.NoLocalPart;
        if (local[0] == '"')
            return IsQuoted(local) ? null : EmailProblem.BadLocalPart;
        if (HasStrayDot(local))
            return EmailProblem.LocalDot;
        foreach (var rune in local.EnumerateRunes())
        {
            if (!(rune.IsAscii ? LocalCharacters.Contains((char)rune.Value) : IsInternational(rune)))
                return EmailProblem.BadLocalPart;
        }
        return null;
    }

    /// <summary>What is wrong with an ASCII domain in any case; null when nothing is.</summary>
    public static string? DomainProblem(ReadOnlySpan<char> domain)
    {
        var start = 0;
        var labels = 0;
        for (var i = 0; i <= domain.Length; i++)
        {
            if (i < domain.Length && domain[i] != '.')
            {
                if (!char.IsAsciiLetterOrDigit(domain[i]) && domain[i] != '-')
                    return EmailProblem.BadDomain;
                continue;
            }
            if (i == start)
                return domain.IsEmpty ? EmailProblem.NoDomain : EmailProblem.DomainDot;
            if (domain[start] == '-' || domain[i - 1] == '-')
                return EmailProblem.DomainHyphen;
            if (i - start > LongestLabel)
                return EmailProblem.LabelTooLong;
            labels++;
            if (i < domain.Length)
                start = i + 1;
        }
        if (labels < 2)
            return EmailProblem.DomainWithoutDot;
        // No top-level domain is a number; a bare IP address would have to stand in brackets.
        return domain[start..].ContainsAnyExceptInRange('0', '9') ? null : EmailProblem.BadDomain;
    }

    /// <summary>Where the local part of an address ends: at its only <c>@</c>, or behind a quoted local part; −1 without one.</summary>
    public static int IndexOfAt(ReadOnlySpan<char> address)
    {
        if (address.IsEmpty || address[0] != '"')
            return address.LastIndexOf('@');
        for (var i = 1; i < address.Length; i++)
        {
            if (address[i] == '\\')
                i++;
            else if (address[i] == '"')
                return i + 1 < address.Length && address[i + 1] == '@' ? i + 1 : -1;
        }
        return -1;
    }

    /// <summary>Whether an unquoted local part has a dot where none may be.</summary>
    public static bool HasStrayDot(ReadOnlySpan<char> local) => local[0] == '.' || local[^1] == '.' || local.IndexOf("..") >= 0;

    // RFC 5321 §4.1.2 Quoted-string: printable characters, with quotes and backslashes behind a backslash.
    private static bool IsQuoted(ReadOnlySpan<char> local)
    {
        if (local.Length < 3 || local[^1] != '"')
            return false;
        var inner = local[1..^1];
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '"')
                return false;
            if (inner[i] == '\\' && ++i == inner.Length)
                return false;
            if (inner[i] is < ' ' or '\x7F')
                return false;
        }
        return true;
    }

    // RFC 6531 §3.3 allows all of Unicode; what no mailbox has (symbols, blanks, controls) is taken for damage.
    private static bool IsInternational(Rune rune) =>
        rune.Value != 0xFFFD && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
