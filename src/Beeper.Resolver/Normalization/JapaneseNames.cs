namespace Beeper.Resolver.Normalization;

/// <summary>
/// Compares a name in Han characters with Latin words by the Japanese readings of common surnames and given names, which the data files list:
/// a reading is not in the characters. A name that the files do not know leaves it at unknown; nothing here is ever a conflict.
/// </summary>
internal static class JapaneseNames
{
    private const int LongestSurname = 3;

    private static readonly Lazy<NameReadings> Surnames = new(static () => new NameReadings("japanese-surnames.json", JapaneseSpelling.Of));
    private static readonly Lazy<NameReadings> GivenNames = new(static () => new NameReadings("japanese-given-names.json", JapaneseSpelling.Of));

    /// <summary>Compatible where both parts read so, weak where only the surname or a lone given name does.</summary>
    public static NameAgreement Compare(NameToken[] latin, NameToken[] han) => han.Length switch
    {
        1 => Undivided(latin, han[0].Form),
        2 => Best(Parted(latin, han[0].Form, han[1].Form), Parted(latin, han[1].Form, han[0].Form)),
        _ => NameAgreement.Unknown,
    };

    // Written without a blank the surname stands first; the longest one that is known is taken.
    private static NameAgreement Undivided(NameToken[] latin, string name)
    {
        if (latin.Length == 1 && (Reads(Surnames.Value, name, latin[0].Form) || Reads(GivenNames.Value, name, latin[0].Form)))
            return NameAgreement.Weak;
        for (var length = Math.Min(LongestSurname, name.Length - 1); length > 0; length--)
        {
            if (Surnames.Value.Has(name.AsSpan(0, length)))
                return Parted(latin, name.AsSpan(0, length), name.AsSpan(length));
        }
        return NameAgreement.Unknown;
    }

    private static NameAgreement Parted(NameToken[] latin, ReadOnlySpan<char> surname, ReadOnlySpan<char> given)
    {
        if (latin.Length is 0 or > 2 || !Surnames.Value.Has(surname))
            return NameAgreement.Unknown;
        if (latin.Length == 1)
            return Reads(Surnames.Value, surname, latin[0].Form) || Reads(GivenNames.Value, given, latin[0].Form) ? NameAgreement.Weak : NameAgreement.Unknown;
        var first = Reads(Surnames.Value, surname, latin[0].Form);
        if (!first && !Reads(Surnames.Value, surname, latin[1].Form))
            return NameAgreement.Unknown;
        var other = first ? latin[1] : latin[0];
        if (Reads(GivenNames.Value, given, other.Form))
            return NameAgreement.Compatible;
        // A given name that the files know has other readings than theirs at times; one they do not know says nothing either way.
        return GivenNames.Value.Has(given) && !other.IsInitial ? NameAgreement.Unknown : NameAgreement.Weak;
    }

    private static bool Reads(NameReadings readings, ReadOnlySpan<char> name, string latin)
    {
        Span<char> key = stackalloc char[JapaneseSpelling.Longest];
        return readings.IsSpelled(name, key[..JapaneseSpelling.Of(latin, key)]);
    }

    private static NameAgreement Best(NameAgreement one, NameAgreement other) => one > other ? one : other;
}
