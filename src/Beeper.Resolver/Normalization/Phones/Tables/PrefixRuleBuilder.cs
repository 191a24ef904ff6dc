using Beeper.Resolver.Normalization.Phones.Numbers;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Works out a region's <see cref="PrefixRule"/> for each pair of first digits.</summary>
internal static class PrefixRuleBuilder
{
    // libphonenumber writes at most ten leading zeros of a national number.
    private const int MostWithLeadingZero = 11;

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
            return new PrefixRule(OpenLengths(region, 0, first == 0), NodeAfter(image, root, 0, first, second), (byte)(internationalStrip << 4), possible);
        var strip = outlook.Certain ?? 0;
        var open = OpenLengths(region, strip, strip == 2 || (strip == 1 ? second : first) == 0);
        open |= outlook.Certain is null ? uint.MaxValue : outlook.OtherLengths;
        // A number that is whole as it stands may have to keep its prefix.
        open |= strip == 0 ? 0 : GeneralLengths(image, region.GeneralRoot, first, second);
        return new PrefixRule(open, NodeAfter(image, root, strip, first, second), (byte)(strip | internationalStrip << 4), possible | PrefixPossibilities.NationalPrefix);
    }

    // Lengths that are out of the ordinary whatever the digits: too short, longer than a word holds, longer than libphonenumber writes leading
    // zeros, and those that would be of no possible length without their prefix and so keep it.
    private static uint OpenLengths(RegionRules region, int strip, bool mayBeginWithZero)
    {
        var open = 0u;
        for (var length = 0; length <= NodeTail.Longest; length++)
        {
            var left = length - strip;
            if (left < PrefixRule.PairDigits || length > QuickNumberReader.Most || (mayBeginWithZero && left > MostWithLeadingZero) || (strip > 0 && (region.Lengths >> left & 1) == 0))
                open |= 1u << length;
        }
        return open;
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
