namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Which of a calling code's descriptions are a region's, by number; -1 where the region has none.</summary>
internal sealed record RegionPatterns(PhoneRegion Region)
{
    /// <summary>The digits that make a number the region's, whether it is valid or not.</summary>
    public required int LeadingDigits { get; init; }

    /// <summary>What every valid number must match.</summary>
    public required int General { get; init; }

    public required int FixedLine { get; init; }

    public required int Mobile { get; init; }

    public required bool SameFixedAndMobile { get; init; }

    /// <summary>The other types in the order in which libphonenumber tries them.</summary>
    public required IReadOnlyList<(PhoneType Type, int Description)> Special { get; init; }

    /// <summary>The type of a number: libphonenumber's GetNumberTypeHelper.</summary>
    /// <param name="accepts">Whether a description accepts the number.</param>
    public PhoneType TypeOf(Func<int, bool> accepts)
    {
        if (!accepts(General))
            return PhoneType.Unknown;
        foreach (var (type, description) in Special)
        {
            if (accepts(description))
                return type;
        }
        if (accepts(FixedLine))
            return SameFixedAndMobile || accepts(Mobile) ? PhoneType.FixedLineOrMobile : PhoneType.FixedLine;
        return !SameFixedAndMobile && accepts(Mobile) ? PhoneType.Mobile : PhoneType.Unknown;
    }
}
