namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Works out a region's <see cref="PrefixRule"/> for each pair of first digits.</summary>
internal static class PrefixRuleBuilder
{
    /// <summary>The hundred rules of a region, the pair 00 first.</summary>
    public static IEnumerable<PrefixRule> RulesFor(PhoneTableImage image, RegionRules region)
    {
        var root = Array.Find(image.CallingCodes, code => code.Code == region.CallingCode).Root;
        for (var first = 0; first < 10; first++)
        {
            for (var second = 0; second < 10; second++)
                yield return RuleFor(image, region, root, first, second);
        }
    }

    private static PrefixRule RuleFor(PhoneTableImage image, RegionRules region, int root, int first, int second)
    {
        var possible = International(region, first, second, out var internationalStrip);
        if (StartsWith($"{region.CallingCode}", first, second))
            possible |= PrefixPossibilities.OwnCallingCode;
        if (region.NationalPrefix is not { } program || PrefixOutlook.Of(program, first, second, region.Transform.Length > 0) is not { CanMatch: true } outlook)
            return new PrefixRule(0, 0, NodeAfter(image, root, 0, first, second), (byte)(internationalStrip << 4), possible);
        var uncertain = outlook.Certain is null ? ushort.MaxValue : Lengths(outlook.OtherLengths);
        var strip = outlook.Certain ?? 0;
        var general = strip == 0 ? (ushort)0 : Lengths(GeneralLengths(image, region.GeneralRoot, first, second));
        return new PrefixRule(uncertain, general, NodeAfter(image, root, strip, first, second), (byte)(strip | internationalStrip << 4), possible | PrefixPossibilities.NationalPrefix);
    }

    private static ushort NodeAfter(PhoneTableImage image, int root, int strip, int first, int second) => (ushort)(strip switch
    {
        0 => image.Next(image.Next(root, first), second),
        1 => image.Next(root, second),
        _ => root,
    });

    private static PrefixPossibilities International(RegionRules region, int first, int second, out byte strip)
    {
        strip = 0;
        if (region.InternationalPrefix?.Match(default, stackalloc sbyte[PrefixProgram.MostMarks]) == 0)
            return PrefixPossibilities.InternationalRule;
        if (region.InternationalPrefix is not { } rule || PrefixOutlook.Of(rule, first, second, false) is not { CanMatch: true } outlook)
            return PrefixPossibilities.None;
        if (outlook is { OtherLengths: 0, Certain: > 0 and var certain })
        {
            strip = (byte)certain;
            return PrefixPossibilities.International;
        }
        return region.InternationalDigits.Length > 0 ? PrefixPossibilities.InternationalDigits : PrefixPossibilities.InternationalRule;
    }

    private static ushort Lengths(uint bits) => (ushort)(bits >> 1);

    private static bool StartsWith(string digits, int first, int second) => digits[0] - '0' == first && (digits.Length == 1 || digits[1] - '0' == second);

    // Follows all digits at once, level by level; a tail answers for all its lengths.
    private static uint GeneralLengths(PhoneTableImage image, int root, int first, int second)
    {
        var lengths = 0u;
        var level = new HashSet<int> { root };
        for (var length = 0; length <= NodeTail.Longest && level.Count > 0; length++)
        {
            var next = new HashSet<int>();
            foreach (var node in level)
            {
                if (node >= image.InnerNodes)
                {
                    for (var remaining = 0; length + remaining <= NodeTail.Longest; remaining++)
                    {
                        if (image.ResultAt(node, remaining) == LeafResult.General)
                            lengths |= 1u << (length + remaining);
                    }
                    continue;
                }
                if (image.ResultAt(node, 0) == LeafResult.General)
                    lengths |= 1u << length;
                for (var digit = 0; digit < 10; digit++)
                {
                    if ((length != 0 || digit == first) && (length != 1 || digit == second))
                        next.Add(image.Next(node, digit));
                }
            }
            level = next;
        }
        return lengths;
    }
}
