namespace Beeper.Resolver.Merging.Learning;

/// <summary>The level at which two values of a field agree. Values are folded: trimmed, lower case.</summary>
internal static class FieldComparison
{
    private const double NearName = 0.92;
    private const double FarName = 0.80;
    private const int LongCode = 6;
    private const int LongText = 6;

    public static AgreementLevel Compare(FieldKind kind, string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
            return AgreementLevel.Missing;
        if (string.Equals(a, b, StringComparison.Ordinal))
            return AgreementLevel.Exact;
        return kind switch
        {
            FieldKind.Name => Names(a, b),
            FieldKind.Text => Texts(a, b),
            FieldKind.Code => Codes(a, b),
            FieldKind.Date => Dates(a, b),
            _ => Emails(a, b),
        };
    }

    private static AgreementLevel Names(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var similarity = TextDistance.JaroWinkler(a, b);
        if (similarity >= NearName || (shorter > 3 && TextDistance.Edits(a, b, 1) == 1))
            return AgreementLevel.Near;
        return similarity >= FarName || a.AsSpan().CommonPrefixLength(b) == shorter ? AgreementLevel.Far : AgreementLevel.Differs;
    }

    private static AgreementLevel Texts(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var edits = TextDistance.Edits(a, b, Math.Max(2, shorter / 3));
        if (edits == 1 || (shorter >= LongText && edits <= 2))
            return AgreementLevel.Near;
        return edits * 3 <= shorter || HaveCommonWord(a, b) ? AgreementLevel.Far : AgreementLevel.Differs;
    }

    private static AgreementLevel Codes(string a, string b)
    {
        var edits = TextDistance.Edits(a, b, 2);
        if (edits == 1)
            return AgreementLevel.Near;
        return edits == 2 && Math.Min(a.Length, b.Length) >= LongCode ? AgreementLevel.Far : AgreementLevel.Differs;
    }

    private static AgreementLevel Dates(string a, string b)
    {
        var edits = TextDistance.Edits(a, b, 2);
        if (edits == 1 || (a.Length == b.Length && a.Length == 8 && a.AsSpan(0, 4).SequenceEqual(b.AsSpan(0, 4)) && a.AsSpan(4, 2).SequenceEqual(b.AsSpan(6, 2)) && a.AsSpan(6, 2).SequenceEqual(b.AsSpan(4, 2))))
            return AgreementLevel.Near;
        return edits == 2 ? AgreementLevel.Far : AgreementLevel.Differs;
    }

    private static AgreementLevel Emails(string a, string b)
    {
        var one = LocalPart(a);
        var other = LocalPart(b);
        if (one.SequenceEqual(other) || TextDistance.Edits(a, b, 2) <= 2)
            return AgreementLevel.Near;
        return TextDistance.JaroWinkler(one, other) >= NearName ? AgreementLevel.Far : AgreementLevel.Differs;
    }

    public static ReadOnlySpan<char> LocalPart(string email) => email.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? email.AsSpan(0, at) : email;

    private static bool HaveCommonWord(string a, string b)
    {
        foreach (var one in a.AsSpan().Split(' '))
        {
            foreach (var other in b.AsSpan().Split(' '))
            {
                if (one.End.Value - one.Start.Value > 3 && a.AsSpan(one).SequenceEqual(b.AsSpan(other)))
                    return true;
            }
        }
        return false;
    }
}
