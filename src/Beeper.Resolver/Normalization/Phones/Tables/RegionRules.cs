namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>How a region's numbers are dialled.</summary>
internal sealed record RegionRules
{
    /// <summary>The region; 001 for the worldwide codes, of which each has its own rules.</summary>
    public required PhoneRegion Region { get; init; }

    public required ushort CallingCode { get; init; }

    /// <summary>The node where the general pattern begins; a match ends in <see cref="LeafResult.General"/>.</summary>
    public required ushort GeneralRoot { get; init; }

    /// <summary>Bit n is set where a national number may have n digits.</summary>
    public required uint Lengths { get; init; }

    /// <summary>Bit n is set where n digits can only be dialled within an area.</summary>
    public required uint LocalLengths { get; init; }

    /// <summary>What is dialled before the calling code of another country, or null.</summary>
    public required PrefixProgram? InternationalPrefix { get; init; }

    /// <summary>The digits of <see cref="InternationalPrefix"/> where it is nothing else, or empty.</summary>
    public required string InternationalDigits { get; init; }

    /// <summary>What is dialled before a national number, or null.</summary>
    public required PrefixProgram? NationalPrefix { get; init; }

    /// <summary>What replaces the national prefix if its last group took part, such as <c>9$1</c>; empty for nothing.</summary>
    public required string Transform { get; init; }

    /// <summary>Digits of the calling code.</summary>
    public int CallingCodeDigits => CallingCode > 99 ? 3 : CallingCode > 9 ? 2 : 1;

    /// <summary>libphonenumber's TestNumberLength for a number of unknown type.</summary>
    public PhonePossibility Judge(int length)
    {
        if (length > NodeTail.Longest)
            return PhonePossibility.TooLong;
        if ((LocalLengths >> length & 1) != 0)
            return PhonePossibility.LocalOnly;
        if ((Lengths >> length & 1) != 0)
            return PhonePossibility.Possible;
        if ((Lengths & ((1u << length) - 1)) == 0)
            return PhonePossibility.TooShort;
        return Lengths >> length == 0 ? PhonePossibility.TooLong : PhonePossibility.InvalidLength;
    }
}
