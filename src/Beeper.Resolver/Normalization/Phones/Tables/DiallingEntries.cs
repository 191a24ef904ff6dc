namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Works out the <see cref="DiallingEntry"/> of each three digits after a plus and of each region.</summary>
internal static class DiallingEntries
{
    /// <summary>The entries, by packed digits and then by region number; without calling code where there is nothing to read.</summary>
    public static DiallingEntry[] Of(PhoneTableImage image)
    {
        var codes = new CallingCodeRoot[PhoneTableBlob.CallingCodes];
        foreach (var code in image.CallingCodes)
            codes[code.Code] = code;
        var entries = new DiallingEntry[PhoneTables.CodeEntries + PhoneRegion.Count];
        // The rules behind those of all regions leave everything open.
        entries.AsSpan().Fill(new DiallingEntry { RuleRegion = (ushort)image.Regions.Length });
        for (var digits = 100; digits < PhoneTableBlob.CallingCodes; digits++)
        {
            // Calling codes are prefix-free, so the first that fits is the only one.
            var (code, count) = codes[digits / 100].Code != 0 ? (codes[digits / 100], 1) : codes[digits / 10].Code != 0 ? (codes[digits / 10], 2) : (codes[digits], 3);
            if (code.Code != 0)
                entries[digits / 100 | digits / 10 % 10 << 4 | digits % 10 << 8] = EntryFor(image, code, code.MainRegion, count);
        }
        for (var index = 0; index < image.Regions.Length; index++)
        {
            if (image.Regions[index].Region != PhoneRegion.Worldwide)
                entries[PhoneTables.CodeEntries + image.Regions[index].Region.Number] = EntryFor(image, codes[image.Regions[index].CallingCode], (ushort)index, 0);
        }
        return entries;
    }

    private static DiallingEntry EntryFor(PhoneTableImage image, CallingCodeRoot code, ushort ruleRegion, int codeDigits) => new()
    {
        Lengths = image.Regions[ruleRegion].Lengths,
        Root = code.Root,
        Code = code.Code,
        RuleRegion = ruleRegion,
        MainRegion = code.MainRegion,
        SoleRegion = code.SoleRegion,
        CodeDigits = (byte)codeDigits,
    };
}
