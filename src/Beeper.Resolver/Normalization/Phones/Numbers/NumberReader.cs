using System.Runtime.CompilerServices;
using Beeper.Resolver.Normalization.Phones.Tables;

namespace Beeper.Resolver.Normalization.Phones.Numbers;

/// <summary>
/// Reads a number out of its digits as libphonenumber's ParseHelper does after cleaning the text: plus or international prefix, calling code,
/// national prefix, limits, then region and type. Exact for every rule of the metadata; only numbers too long for a packed result are left.
/// </summary>
[SkipLocalsInit]
internal sealed unsafe class NumberReader(PhoneTables tables)
{
    private const int FewestNationalDigits = 2;
    private const int MostLeadingZeros = 10;
    private const int MostPackedDigits = 19;
    private readonly PhoneTables _tables = tables;

    /// <summary>Reads a number.</summary>
    /// <param name="digits">Its digits without extension.</param>
    /// <param name="plusSigns">How many plus signs stood before them.</param>
    /// <param name="region">The region of numbers without calling code.</param>
    /// <param name="result">The number or why there is none.</param>
    /// <returns>False if libphonenumber has to be asked.</returns>
    public bool TryRead(DigitString digits, int plusSigns, PhoneRegion region, out PhoneResult result)
    {
        var national = _tables.Entries + PhoneTables.CodeEntries + region.Number;
        if (plusSigns == 0)
            return national->Code == 0 ? Fail(PhoneError.InvalidCountryCode, out result) : TryReadNational(digits, national, afterPlus: false, out result);
        if (digits.Count <= FewestNationalDigits)
            return Fail(PhoneError.TooShortAfterInternationalPrefix, out result);
        if (CodeDigits(digits) is > 0 and var codeDigits)
            return TryFinish(digits.From(codeDigits), EntryOf(digits), out result);
        // The library drops one plus sign and tries again; a second one makes that fail too.
        return plusSigns > 1 || national->Code == 0 ? Fail(PhoneError.InvalidCountryCode, out result) : TryReadNational(digits, national, afterPlus: true, out result);
    }

    private bool TryReadNational(DigitString digits, DiallingEntry* national, bool afterPlus, out PhoneResult result)
    {
        var rules = _tables.Regions + national->RuleRegion;
        if (InternationalPrefix(rules, digits) is >= 0 and var prefix)
        {
            var rest = digits.From(prefix);
            if (rest.Count <= FewestNationalDigits)
                return Fail(PhoneError.TooShortAfterInternationalPrefix, out result);
            return CodeDigits(rest) is > 0 and var codeDigits
                ? TryFinish(rest.From(codeDigits), EntryOf(rest), out result)
                : Fail(PhoneError.InvalidCountryCode, out result);
        }
        if (CodeDigits(digits) > 0 && EntryOf(digits)->Code == rules->CallingCode)
        {
            var without = digits.From(rules->CodeDigits);
            if (without.Count > 0)
                _ = TryStrip(rules, without, out without);
            if ((!MatchesGeneral(rules, digits) && MatchesGeneral(rules, without)) || _tables.Judge(national->RuleRegion, digits.Count) == PhonePossibility.TooLong)
                return TryFinish(without, EntryOf(digits), out result);
        }
        return afterPlus ? Fail(PhoneError.InvalidCountryCode, out result) : TryFinish(digits, national, out result);
    }

    private bool TryFinish(DigitString digits, DiallingEntry* entry, out PhoneResult result)
    {
        if (digits.Count < FewestNationalDigits)
            return Fail(PhoneError.TooShort, out result);
        var rules = _tables.Regions + entry->RuleRegion;
        if (TryStrip(rules, digits, out var stripped) && _tables.Judge(entry->RuleRegion, stripped.Count) is PhonePossibility.Possible or PhonePossibility.TooLong)
            digits = stripped;
        if (digits.Count < FewestNationalDigits)
            return Fail(PhoneError.TooShort, out result);
        if (digits.Count > CallingCodeAutomaton.LongestNumber)
            return Fail(PhoneError.TooLong, out result);
        result = default;
        if (digits.Count + rules->CodeDigits > MostPackedDigits || LeadingZeros(digits) > MostLeadingZeros)
            return false;
        var leaf = Walk(entry->Root, digits);
        var region = LeafResult.RegionNumber(leaf);
        result = new PhoneResult(
            entry->Code * DecimalWord.PowerOfTen(digits.Count) + digits.Value,
            PhoneResult.Facts(entry->Code, region == 0 ? entry->SoleRegion : region, LeafResult.Type(leaf), _tables.Judge(entry->MainRegion, digits.Count)));
        return true;
    }

    // ParsePrefixAsIdd: what is left must not begin with 0, which no calling code does. A rule that is empty, as in the library's test
    // metadata, matches everywhere.
    private int InternationalPrefix(RegionRecord* rules, DigitString digits)
    {
        if (rules->InternationalPrefix.Count == 0)
            return -1;
        Span<sbyte> marks = stackalloc sbyte[PrefixProgram.MostMarks];
        var length = PrefixProgram.Match(_tables.StepsOf(rules->InternationalPrefix), digits, marks);
        return length >= 0 && length < digits.Count && digits[length] == 0 ? -1 : length;
    }

    // MaybeStripNationalPrefixAndCarrierCode, without the carrier code.
    private bool TryStrip(RegionRecord* rules, DigitString digits, out DigitString stripped)
    {
        stripped = digits;
        Span<sbyte> marks = stackalloc sbyte[PrefixProgram.MostMarks];
        var rule = rules->NationalPrefix;
        if (digits.Count == 0 || rule.Count == 0 || PrefixProgram.Match(_tables.StepsOf(rule), digits, marks) < 0)
            return false;
        var transforms = rules->TransformLength > 0 && marks[2 * rule.Groups + 1] >= 0;
        var changed = transforms ? Transformed(_tables.TransformOf(rules), digits, marks) : digits.From(marks[1]);
        if (MatchesGeneral(rules, digits) && !MatchesGeneral(rules, changed))
            return false;
        stripped = changed;
        return true;
    }

    private static DigitString Transformed(ReadOnlySpan<byte> transform, DigitString digits, ReadOnlySpan<sbyte> marks)
    {
        var result = default(DigitString);
        for (var index = 0; index < transform.Length; index++)
        {
            if (transform[index] != '$')
            {
                result = result.Append(transform[index] - '0');
                continue;
            }
            var group = transform[++index] - '0';
            if (marks[2 * group + 1] >= 0)
                result = result.Append(digits.Range(marks[2 * group], marks[2 * group + 1]));
        }
        return result.Append(digits.From(marks[1]));
    }

    private bool MatchesGeneral(RegionRecord* rules, DigitString digits) => digits.Count <= NodeTail.Longest && Walk(rules->GeneralRoot, digits) == LeafResult.General;

    private int Walk(int node, DigitString digits)
    {
        var word = digits.Low;
        var index = 0;
        for (; node < _tables.InnerNodes && index < digits.Count; index++)
        {
            if (index == QuickNumberReader.Most)
                word = digits.High;
            node = NodeRow.Follow(_tables.Rows, node, word);
            word >>= 4;
        }
        return _tables.Rows[node].End.ResultFor(digits.Count - index);
    }

    private int CodeDigits(DigitString digits) => EntryOf(digits)->Code != 0 && EntryOf(digits)->CodeDigits <= digits.Count ? EntryOf(digits)->CodeDigits : 0;

    private DiallingEntry* EntryOf(DigitString digits) => _tables.Entries + (digits.Low & 0xFFF);

    private static int LeadingZeros(DigitString digits)
    {
        var zeros = 0;
        while (zeros < digits.Count - 1 && digits[zeros] == 0)
            zeros++;
        return zeros;
    }

    private static bool Fail(PhoneError error, out PhoneResult result)
    {
        result = PhoneResult.Failed(error);
        return true;
    }
}
