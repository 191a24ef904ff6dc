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

    private const int StepsUnasked = 3;

    private readonly NodeRow* _rows = tables.Rows;
    private readonly DiallingEntry* _entries = tables.Entries;
    private readonly PrefixRule* _rules = tables.Rules;
    private readonly PhonePossibility* _possibilities = tables.Possibilities;
    private readonly RegionDigits* _digits = tables.Digits;
    private readonly int _innerNodes = tables.InnerNodes;

    /// <summary>Reads a number.</summary>
    /// <param name="digits">Its digits; zero bits above them.</param>
    /// <param name="count">How many, 3 to 16.</param>
    /// <param name="plus">Whether a plus sign stood before them.</param>
    /// <param name="region">The region of numbers without calling code.</param>
    /// <param name="result">The number.</param>
    /// <returns>False if the full reader has to decide.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ulong digits, int count, bool plus, PhoneRegion region, out PhoneResult result)
    {
        var entry = _entries + (plus ? (int)digits & 0xFFF : PhoneTables.CodeEntries + region.Number);
        var rest = digits >> (4 * entry->CodeDigits);
        var length = count - entry->CodeDigits;
        var rule = RuleFor(entry, rest);
        if (!plus && (rule->Possible & Unsettled) != PrefixPossibilities.None)
        {
            entry = Settle(digits, ref count, region, rule, out rest);
            if (entry == null)
                return Undecided(out result);
            length = count;
            rule = RuleFor(entry, rest);
        }
        var strip = rule->Strip;
        var node = (int)rule->Node;
        var open = rest >> (4 * PrefixRule.PairDigits);
        var left = length - PrefixRule.PairDigits;
        if (rule->MayBeGeneral(length) && !MayStrip(entry->RuleRegion, rest, length, strip))
            (strip, node, open, left) = (0, entry->Root, rest, length);
        rest >>= 4 * strip;
        var national = length - strip;
        // A number that is too short or of an impossible length without its prefix keeps it.
        if (entry->Code == 0 | national < 2 | rule->IsUncertain(length) | (strip != 0 & (entry->Lengths >> national & 1) == 0) | ((rest & 15) == 0 & national > MostWithLeadingZero))
            return Undecided(out result);
        var leaf = Walk(node, open, left);
        var regionNumber = LeafResult.RegionNumber(leaf);
        result = new PhoneResult(
            entry->Code * DecimalWord.PowerOfTen(national) + DecimalWord.ValueOf(rest, national),
            entry->Code,
            regionNumber == 0 ? entry->SoleRegion : regionNumber,
            LeafResult.Type(leaf),
            _possibilities[entry->MainRegion * PhoneTables.LengthsPerRegion + national]);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PrefixRule* RuleFor(DiallingEntry* entry, ulong digits) => _rules + (entry->RuleRegion * PhoneTables.RulesPerRegion + (int)(digits & 0xFF));

    // Nearly every walk is over after three steps, and a tail goes on as a tail: taking them unasked saves a branch that nothing predicts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Walk(int node, ulong digits, int remaining)
    {
        if (remaining >= StepsUnasked)
        {
            node = _rows[node].Next[(int)digits & 15];
            node = _rows[node].Next[(int)(digits >> 4) & 15];
            node = _rows[node].Next[(int)(digits >> 8) & 15];
            digits >>= 4 * StepsUnasked;
            remaining -= StepsUnasked;
        }
        for (; node < _innerNodes && remaining > 0; remaining--)
        {
            node = _rows[node].Next[(int)digits & 15];
            digits >>= 4;
        }
        return _rows[node].End.ResultFor(remaining);
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
    /// <param name="region">Its region.</param>
    /// <param name="rule">What its first digits may be.</param>
    /// <param name="rest">The national digits.</param>
    /// <returns>Where the national number starts, or null if the full reader has to decide.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DiallingEntry* Settle(ulong digits, ref int count, PhoneRegion region, PrefixRule* rule, out ulong rest)
    {
        rest = digits;
        var national = _entries + PhoneTables.CodeEntries + region.Number;
        var fixedDigits = _digits + national->RuleRegion;
        var possible = rule->Possible;
        if (national->Code == 0 || (possible & PrefixPossibilities.InternationalRule) != PrefixPossibilities.None)
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
        if (lengthWithout < 2 || HasNationalPrefix(national, without) || HasNationalPrefix(main, without))
            return null;
        if (count <= fixedDigits->LongestNumber && (MatchesGeneral(national->RuleRegion, digits, count) || !MatchesGeneral(national->RuleRegion, without, lengthWithout)))
            return national;
        count = lengthWithout;
        rest = without;
        return main;
    }

    private bool HasNationalPrefix(DiallingEntry* entry, ulong digits) => (RuleFor(entry, digits)->Possible & PrefixPossibilities.NationalPrefix) != PrefixPossibilities.None;

    private static bool Undecided(out PhoneResult result)
    {
        result = default;
        return false;
    }
}
