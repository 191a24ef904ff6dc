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
        if (!HasVectorLayer || _quick is null || text.Length > VectorText.Longest)
            return ReadScalar(text, region);
        var scan = VectorScanner.Scan(text);
        return scan.IsPlain && _quick.TryRead(scan.Digits, scan.Count, scan.HasPlus, region, out var result) ? result : ReadOther(text, region, scan);
    }

    /// <summary>Reads a text in UTF-8.</summary>
    public PhoneResult ReadBytes(ReadOnlySpan<byte> text, PhoneRegion region)
    {
        if (!HasVectorLayer || _quick is null || text.Length > VectorText.Longest)
            return ReadOtherBytes(text, region);
        var scan = VectorScanner.Scan(text);
        return scan.IsPlain && _quick.TryRead(scan.Digits, scan.Count, scan.HasPlus, region, out var result) ? result : ReadOtherBytes(text, region);
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
        return HasVectorLayer && _quick is not null && text.Length <= VectorText.Longest && TryReadScan(text, region, VectorScanner.Scan(text), out result);
    }

    /// <summary>Reads character by character; false if libphonenumber has to be asked.</summary>
    public bool TryReadScalar(ReadOnlySpan<char> text, PhoneRegion region, out PhoneResult result)
    {
        result = default;
        return _quick is not null && TryReadFound(TextScanner.Scan(text, out var found), found, region, out result);
    }

    private bool TryReadScan(ReadOnlySpan<char> text, PhoneRegion region, VectorScan scan, out PhoneResult result)
    {
        if (scan.IsPlain)
            return TryReadDigits(scan, region, out result);
        if (!Ascii.IsValid(text))
        {
            if (WideScanner.TryScan(text, out scan))
                return TryReadDigits(scan, region, out result);
        }
        else if (TailScanner.TryScan(text, scan, out var verdict, out var found))
        {
            return TryReadFound(verdict, found, region, out result);
        }
        result = default;
        return false;
    }

    private bool TryReadDigits(VectorScan scan, PhoneRegion region, out PhoneResult result) =>
        _quick!.TryRead(scan.Digits, scan.Count, scan.HasPlus, region, out result)
        || _full!.TryRead(new DigitString(scan.Digits, 0, scan.Count), scan.HasPlus ? 1 : 0, region, out result);

    private bool TryReadFound(TextVerdict verdict, in ScannedText found, PhoneRegion region, out PhoneResult result)
    {
        if (verdict != TextVerdict.Digits)
        {
            result = PhoneResult.Failed(verdict == TextVerdict.TooLong ? PhoneError.TooLong : PhoneError.NotANumber);
            return verdict != TextVerdict.Unsure;
        }
        result = default;
        var quick = found.Count is >= QuickNumberReader.Fewest and <= QuickNumberReader.Most && _quick!.TryRead(found.Low, found.Count, found.PlusSigns > 0, region, out result);
        if (!quick && !_full!.TryRead(found.Digits, found.PlusSigns, region, out result))
            return false;
        if (found.ExtensionDigits > 0 && result.IsNumber)
            result = result.WithExtension(found.Extension, found.ExtensionDigits);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PhoneResult ReadOther(ReadOnlySpan<char> text, PhoneRegion region, VectorScan scan) =>
        TryReadScan(text, region, scan, out var result) ? result : ReadScalar(text, region);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private PhoneResult ReadOtherBytes(ReadOnlySpan<byte> text, PhoneRegion region)
    {
        if (text.Length > LongestBytes)
            return ReadOther(Encoding.UTF8.GetString(text), region);
        Span<char> characters = stackalloc char[LongestBytes];
        return ReadOther(characters[..Encoding.UTF8.GetChars(text, characters)], region);
    }

    private PhoneResult ReadOther(ReadOnlySpan<char> text, PhoneRegion region) => TryReadVector(text, region, out var result) ? result : ReadScalar(text, region);
}
