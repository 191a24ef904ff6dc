using System.Runtime.CompilerServices;
using Beeper.Resolver.Normalization.Phones.Tables;

namespace Beeper.Resolver.Normalization.Phones.Numbers;

/// <summary>
/// Reads numbers of up to sixteen digits held in one 64-bit word, the first digit lowest. It answers where two first digits settle what the
/// prefix rules do, which is nearly always, and leaves all else to <see cref="NumberReader"/>. Plain arithmetic, no vector instructions.
/// </summary>
internal sealed unsafe class QuickNumberReader(PhoneTables tables)
{
    /// <summary>The fewest digits it takes.</summary>
    public const int Fewest = 3;

    /// <summary>The most digits it takes.</summary>
    public const int Most = 16;

    // libphonenumber writes at most ten leading zeros of a national number.
    private const int MostWithLeadingZero = 11;
    private const PrefixPossibilities Unsettled = PrefixPossibilities.InternationalDigits | PrefixPossibilities.OwnCallingCode
        | PrefixPossibilities.InternationalRule | PrefixPossibilities.International;

    private readonly ushort* _nodes = tables.Nodes;
    private readonly NodeTail* _tails = tables.Tails;
    private readonly DiallingEntry* _entries = tables.Entries;
    private readonly PrefixRule* _rules = tables.Rules;
    private readonly PhonePossibility* _possibilities = tables.Possibilities;
    private readonly RegionDigits* _digits = tables.Digits;
    private readonly int _innerNodes = tables.InnerNodes;

    /// <summary>Reads a number.</summary>
    /// <param name="digits">Its digits; four zero bits above them.</param>
    /// <param name="count">How many, 3 to 16.</param>
    /// <param name="plus">Whether a plus sign stood before them.</param>
    /// <param name="region">Index of the region of numbers without calling code, or -1.</param>
    /// <param name="result">The number.</param>
    /// <returns>False if the full reader has to decide.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ulong digits, int count, bool plus, int region, out PhoneResult result)
    {
        if (!plus && region < 0)
            return Undecided(out result);
        var start = plus ? (int)digits & 0xFFF : PhoneTables.CodeEntries + region;
        var entry = _entries + start;
        var rest = digits >> (4 * entry->CodeDigits);
        var length = count - entry->CodeDigits;
        var rule = _rules + entry->RuleRegion * PhoneTables.RulesPerRegion + (int)(rest & 0xFF);
        if (!plus && (rule->Possible & Unsettled) != PrefixPossibilities.None)
        {
            entry = Settle(digits, ref count, region, rule, out rest);
            if (entry == null)
                return Undecided(out result);
            length = count;
            rule = _rules + entry->RuleRegion * PhoneTables.RulesPerRegion + (int)(rest & 0xFF);
        }
        if (entry->Code == 0 || length < 2 || rule->IsUncertain(length))
            return Undecided(out result);
        var strip = (int)rule->Strip;
        if (rule->MayBeGeneral(length) && !MayStrip(entry->RuleRegion, rest, length, strip))
            strip = 0;
        rest >>= 4 * strip;
        length -= strip;
        // A number that is too short or of an impossible length without its prefix keeps it.
        if ((strip != 0 && (entry->Lengths >> length & 1) == 0) || length < 2 || ((rest & 15) == 0 && length > MostWithLeadingZero))
            return Undecided(out result);
        var leaf = Walk(entry->Root, rest, length);
        var regionNumber = LeafResult.RegionNumber(leaf);
        result = new PhoneResult(
            entry->Code * DecimalWord.PowerOfTen(length) + DecimalWord.ValueOf(rest, length),
            entry->Code,
            (ushort)(regionNumber == 0 ? entry->SoleRegion : regionNumber),
            LeafResult.Type(leaf),
            _possibilities[entry->MainRegion * PhoneTables.LengthsPerRegion + length]);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Walk(int node, ulong digits, int remaining)
    {
        while (node < _innerNodes)
        {
            if (remaining == 0)
                return _nodes[node * PhoneTables.NodeWidth + PhoneTables.ResultSlot];
            node = _nodes[node * PhoneTables.NodeWidth + ((int)digits & 15)];
            digits >>= 4;
            remaining--;
        }
        return _tails[node - _innerNodes].ResultFor(remaining);
    }

    private bool MatchesGeneral(int region, ulong digits, int length) => Walk(_digits[region].GeneralRoot, digits, length) == LeafResult.General;

    // A number that is viable as it stands is not turned into one that is not (MaybeStripNationalPrefixAndCarrierCode).
    private bool MayStrip(int region, ulong digits, int length, int strip) =>
        !MatchesGeneral(region, digits, length) || MatchesGeneral(region, digits >> (4 * strip), length - strip);

    /// <summary>
    /// Settles whether a national number starts with an international prefix or with its own calling code (MaybeExtractCountryCode).
    /// </summary>
    /// <param name="digits">The number.</param>
    /// <param name="count">Its digits; becomes the count of <paramref name="rest"/>.</param>
    /// <param name="region">Index of its region.</param>
    /// <param name="rule">What its first digits may be.</param>
    /// <param name="rest">The national digits.</param>
    /// <returns>Where the national number starts, or null if the full reader has to decide.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DiallingEntry* Settle(ulong digits, ref int count, int region, PrefixRule* rule, out ulong rest)
    {
        rest = digits;
        var fixedDigits = _digits + region;
        var national = _entries + PhoneTables.CodeEntries + region;
        var possible = rule->Possible;
        if ((possible & PrefixPossibilities.InternationalRule) != PrefixPossibilities.None)
            return null;
        var prefix = (int)rule->InternationalStrip;
        if ((possible & PrefixPossibilities.InternationalDigits) != PrefixPossibilities.None && (digits & fixedDigits->InternationalMask) == fixedDigits->International)
            prefix = fixedDigits->InternationalDigits;
        if (prefix > 0)
        {
            var entry = _entries + (int)(digits >> (4 * prefix) & 0xFFF);
            if (entry->Code == 0 || count - prefix < Fewest)
                return null;
            count -= prefix + entry->CodeDigits;
            rest = digits >> (4 * (prefix + entry->CodeDigits));
            return entry;
        }
        if ((possible & PrefixPossibilities.OwnCallingCode) == PrefixPossibilities.None || (digits & fixedDigits->CodeMask) != fixedDigits->Code)
            return national;
        var without = digits >> (4 * fixedDigits->CodeDigits);
        var lengthWithout = count - fixedDigits->CodeDigits;
        var main = _entries + (int)(digits & 0xFFF);
        if (lengthWithout < 2 || HasNationalPrefix(region, without) || HasNationalPrefix(main->RuleRegion, without))
            return null;
        if (count <= fixedDigits->LongestNumber && (MatchesGeneral(region, digits, count) || !MatchesGeneral(region, without, lengthWithout)))
            return national;
        count = lengthWithout;
        rest = without;
        return main;
    }

    private bool HasNationalPrefix(int region, ulong digits) => (_rules[region * PhoneTables.RulesPerRegion + (int)(digits & 0xFF)].Possible & PrefixPossibilities.NationalPrefix) != PrefixPossibilities.None;

    private static bool Undecided(out PhoneResult result)
    {
        result = default;
        return false;
    }
}
