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

    private const PrefixPossibilities Unsettled = PrefixPossibilities.InternationalDigits | PrefixPossibilities.OwnCallingCode
        | PrefixPossibilities.InternationalRule | PrefixPossibilities.International;

    private const int StepsUnasked = 3;

    private readonly NodeRow* _rows = tables.Rows;
    private readonly DiallingEntry* _entries = tables.Entries;
    private readonly PrefixRule* _rules = tables.Rules;
    private readonly PhonePossibility* _possibilities = tables.Possibilities;
    private readonly RegionDigits* _digits = tables.Digits;
    private readonly int _innerNodes = tables.InnerNodes;

    /// <summary>Reads a number whose first two digits settle what its prefixes are; the way that nearly all numbers go, without a call or a branch.</summary>
    /// <param name="digits">Its digits; zero bits above them.</param>
    /// <param name="count">How many, 3 to 16.</param>
    /// <param name="plus">Whether a plus sign stood before them.</param>
    /// <param name="region">The region of numbers without calling code.</param>
    /// <param name="number">The digits of the E.164 form.</param>
    /// <param name="facts">What else a <see cref="PhoneResult"/> is made of.</param>
    /// <returns>False if <see cref="Read"/> has to look.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadSettled(ulong digits, int count, bool plus, PhoneRegion region, out ulong number, out ulong facts)
    {
        var entry = EntryFor(digits, plus, region);
        var rest = digits >> (4 * entry->CodeDigits);
        var length = count - entry->CodeDigits;
        var rule = RuleFor(entry, rest);
        number = facts = 0;
        if (rule->IsOpen(length) | (!plus & (rule->Possible & Unsettled) != PrefixPossibilities.None))
            return false;
        Finish(entry, rule, rest, length, out number, out facts);
        return true;
    }

    /// <summary>Reads a number that may begin with an international prefix or with its own calling code.</summary>
    /// <inheritdoc cref="TryReadSettled"/>
    /// <returns>The number, or undecided if <see cref="NumberReader"/> has to look.</returns>
    public PhoneResult Read(ulong digits, int count, bool plus, PhoneRegion region)
    {
        var rest = digits;
        var entry = plus ? null : Settle(ref count, ref rest, EntryFor(digits, plus, region));
        if (entry == null)
            return PhoneResult.Undecided;
        var rule = RuleFor(entry, rest);
        if (rule->IsOpen(count))
            return PhoneResult.Undecided;
        Finish(entry, rule, rest, count, out var number, out var facts);
        return new PhoneResult(number, facts);
    }

    // The national number after its calling code, if any: without its national prefix to the automaton and into one number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Finish(DiallingEntry* entry, PrefixRule* rule, ulong digits, int length, out ulong number, out ulong facts)
    {
        var leaf = Walk(rule->Node, digits >> (4 * PrefixRule.PairDigits), length - PrefixRule.PairDigits);
        var region = LeafResult.RegionNumber(leaf);
        var national = digits >> (4 * rule->Strip);
        length -= rule->Strip;
        number = entry->Code * DecimalWord.PowerOfTen(length) + DecimalWord.ValueOf(national, length);
        facts = PhoneResult.Facts(
            entry->Code,
            region == 0 ? entry->SoleRegion : region,
            LeafResult.Type(leaf),
            _possibilities[(uint)(entry->MainRegion * PhoneTables.LengthsPerRegion + length)]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DiallingEntry* EntryFor(ulong digits, bool plus, PhoneRegion region) => _entries + (uint)(plus ? (int)digits & 0xFFF : PhoneTables.CodeEntries + region.Number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PrefixRule* RuleFor(DiallingEntry* entry, ulong digits) => _rules + ((uint)entry->RuleRegion * PhoneTables.RulesPerRegion + (uint)(byte)digits);

    // Nearly every walk is over after three steps, and a tail goes on as a tail: taking them unasked saves a branch that nothing predicts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Walk(int node, ulong digits, int remaining)
    {
        if (remaining >= StepsUnasked)
        {
            node = NodeRow.Follow(_rows, node, digits);
            node = NodeRow.Follow(_rows, node, digits >> 4);
            node = NodeRow.Follow(_rows, node, digits >> 8);
            digits >>= 4 * StepsUnasked;
            remaining -= StepsUnasked;
        }
        for (; node < _innerNodes && remaining > 0; remaining--)
        {
            node = NodeRow.Follow(_rows, node, digits);
            digits >>= 4;
        }
        return _rows[(uint)node].End.ResultFor(remaining);
    }

    private bool MatchesGeneral(int region, ulong digits, int length) => Walk(_digits[region].GeneralRoot, digits, length) == LeafResult.General;

    /// <summary>
    /// Settles whether a national number starts with an international prefix or with its own calling code (MaybeExtractCountryCode).
    /// </summary>
    /// <param name="count">How many digits it has; becomes the count of national digits.</param>
    /// <param name="digits">The number; becomes the national digits.</param>
    /// <param name="national">Where the numbers of its region start.</param>
    /// <returns>Where the national number starts, or null if the full reader has to decide.</returns>
    private DiallingEntry* Settle(ref int count, ref ulong digits, DiallingEntry* national)
    {
        var fixedDigits = _digits + national->RuleRegion;
        var rule = RuleFor(national, digits);
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
            digits >>= 4 * (prefix + entry->CodeDigits);
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
        digits = without;
        return main;
    }

    private bool HasNationalPrefix(DiallingEntry* entry, ulong digits) => (RuleFor(entry, digits)->Possible & PrefixPossibilities.NationalPrefix) != PrefixPossibilities.None;
}
