using System.Runtime.CompilerServices;
using System.Text;
using Beeper.Resolver.Normalization.Phones.Numbers;
using Beeper.Resolver.Normalization.Phones.Tables;
using Beeper.Resolver.Normalization.Phones.Text;
using PhoneNumbers;

namespace Beeper.Resolver.Normalization.Phones;

/// <summary>
/// The layers over one set of tables: text that is nothing but digits and punctuation is taken apart by vector instructions, any other
/// character by character, and what neither can judge goes to the library. Thread-safe.
/// </summary>
/// <param name="tables">The tables, or null where there are none for this library: then it answers everything.</param>
/// <param name="library">Gives the library whose answers these are; asked for only when needed, because it takes long to start.</param>
internal sealed class PhoneCore(PhoneTables? tables, Func<PhoneNumberUtil> library)
{
    private const int LongestBytes = 512;

    private readonly QuickNumberReader? _quick = tables is null ? null : new QuickNumberReader(tables);
    private readonly NumberReader? _full = tables is null ? null : new NumberReader(tables);

    /// <summary>Whether this machine has the instructions of the vector layer.</summary>
    public static bool HasVectorLayer => VectorScanner.IsSupported;

    /// <summary>Whether there are tables.</summary>
    public bool HasTables => tables is not null;

    /// <summary>Reads a text.</summary>
    public PhoneResult Read(ReadOnlySpan<char> text, PhoneRegion region)
    {
        if (HasVectorLayer && _quick is not null && text.Length <= VectorScanner.Longest
            && VectorScanner.TryScan(text, out var digits, out var count, out var plus)
            && _quick.TryRead(digits, count, plus, tables!.IndexOf(region), out var result))
            return result;
        return ReadOther(text, region);
    }

    /// <summary>Reads a text in UTF-8.</summary>
    public PhoneResult ReadBytes(ReadOnlySpan<byte> text, PhoneRegion region)
    {
        if (HasVectorLayer && _quick is not null && text.Length <= VectorScanner.Longest
            && VectorScanner.TryScan(text, out var digits, out var count, out var plus)
            && _quick.TryRead(digits, count, plus, tables!.IndexOf(region), out var result))
            return result;
        return ReadOtherBytes(text, region);
    }

    /// <summary>Reads with the layer that works on any machine.</summary>
    public PhoneResult ReadScalar(ReadOnlySpan<char> text, PhoneRegion region) =>
        TryReadScalar(text, region, out var result) ? result : ReadLibrary(text, region);

    /// <summary>The main region of a calling code, or none: libphonenumber's GetRegionCodeForCountryCode.</summary>
    public PhoneRegion MainRegion(int callingCode) => tables is not null
        ? tables.MainRegion(callingCode)
        : library().GetRegionCodesForCountryCode(callingCode) is [var first, ..] ? PhoneRegion.Of(first) : default;

    /// <summary>Asks libphonenumber.</summary>
    public PhoneResult ReadLibrary(ReadOnlySpan<char> text, PhoneRegion region) => LibraryReader.Read(library(), text.ToString(), region.Name);

    /// <summary>Reads with vector instructions; false if another layer has to decide.</summary>
    public bool TryReadVector(ReadOnlySpan<char> text, PhoneRegion region, out PhoneResult result)
    {
        result = default;
        if (!HasVectorLayer || _quick is null || text.IsEmpty || text.Length > VectorScanner.Longest)
            return false;
        if (!VectorScanner.TryScan(text, out var digits, out var count, out var plus) && !VectorScanner.TryScanLoosely(text, out digits, out count, out plus))
            return false;
        var index = tables!.IndexOf(region);
        return _quick.TryRead(digits, count, plus, index, out result) || _full!.TryRead(new DigitString(digits, 0, count), plus ? 1 : 0, index, out result);
    }

    /// <summary>Reads character by character; false if libphonenumber has to be asked.</summary>
    public bool TryReadScalar(ReadOnlySpan<char> text, PhoneRegion region, out PhoneResult result)
    {
        result = default;
        if (_quick is null)
            return false;
        var verdict = TextScanner.Scan(text, out var found);
        if (verdict != TextVerdict.Digits)
        {
            result = PhoneResult.Failed(verdict == TextVerdict.TooLong ? PhoneError.TooLong : PhoneError.NotANumber);
            return verdict != TextVerdict.Unsure;
        }
        var index = tables!.IndexOf(region);
        var quick = found.Count is >= QuickNumberReader.Fewest and <= QuickNumberReader.Most && _quick.TryRead(found.Low, found.Count, found.PlusSigns > 0, index, out result);
        if (!quick && !_full!.TryRead(found.Digits, found.PlusSigns, index, out result))
            return false;
        if (found.ExtensionDigits > 0 && result.IsNumber)
            result = result.WithExtension(found.Extension, found.ExtensionDigits);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PhoneResult ReadOther(ReadOnlySpan<char> text, PhoneRegion region) => TryReadVector(text, region, out var result) ? result : ReadScalar(text, region);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private PhoneResult ReadOtherBytes(ReadOnlySpan<byte> text, PhoneRegion region)
    {
        if (text.Length > LongestBytes)
            return ReadOther(Encoding.UTF8.GetString(text), region);
        Span<char> characters = stackalloc char[LongestBytes];
        return ReadOther(characters[..Encoding.UTF8.GetChars(text, characters)], region);
    }
}
