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

    /// <summary>The regions that numbers can be dialled in: libphonenumber's GetSupportedRegions.</summary>
    public IEnumerable<string> Regions => tables is not null ? tables.RegionNames() : library().GetSupportedRegions();

    /// <summary>Reads a text.</summary>
    [SkipLocalsInit]
    public PhoneResult Read(ReadOnlySpan<char> text, PhoneRegion region)
    {
        // What is rare is handed on whole: a result that is made here and another that comes from a call would both have to pass through memory.
        if (!HasVectorLayer || _quick is null || text.Length > VectorText.Longest || !VectorText.TryLoad(text, out var characters))
            return ReadOther(text, region);
        var scan = VectorScanner.Scan(characters, text.Length);
        return scan.IsPlain && _quick.TryReadSettled(scan.Digits, scan.Count, scan.HasPlus, region, out var number, out var facts)
            ? new PhoneResult(number, facts)
            : ReadScanned(text, region, scan);
    }

    /// <summary>Reads a text in UTF-8.</summary>
    [SkipLocalsInit]
    public PhoneResult ReadBytes(ReadOnlySpan<byte> text, PhoneRegion region)
    {
        if (!HasVectorLayer || _quick is null || text.Length > VectorText.Longest || !VectorText.TryLoad(text, out var characters))
            return ReadOtherBytes(text, region);
        var scan = VectorScanner.Scan(characters, text.Length);
        return scan.IsPlain && _quick.TryReadSettled(scan.Digits, scan.Count, scan.HasPlus, region, out var number, out var facts)
            ? new PhoneResult(number, facts)
            : ReadScannedBytes(text, region, scan);
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
        if (!HasVectorLayer || _quick is null || text.Length > VectorText.Longest)
            return false;
        VectorText.Load(text, out var lower, out var upper);
        return TryReadScan(text, region, VectorScanner.Scan(VectorText.Narrow(lower, upper), text.Length), out result);
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
        TryReadDigits(new DigitString(scan.Digits, 0, scan.Count), scan.HasPlus ? 1 : 0, region, out result);

    private bool TryReadDigits(DigitString digits, int plusSigns, PhoneRegion region, out PhoneResult result)
    {
        if (digits.Count is >= QuickNumberReader.Fewest and <= QuickNumberReader.Most)
        {
            if (_quick!.TryReadSettled(digits.Low, digits.Count, plusSigns > 0, region, out var number, out var facts))
            {
                result = new PhoneResult(number, facts);
                return true;
            }
            result = _quick.Read(digits.Low, digits.Count, plusSigns > 0, region);
            if (!result.IsUndecided)
                return true;
        }
        return _full!.TryRead(digits, plusSigns, region, out result);
    }

    private bool TryReadFound(TextVerdict verdict, in ScannedText found, PhoneRegion region, out PhoneResult result)
    {
        if (verdict != TextVerdict.Digits)
        {
            result = PhoneResult.Failed(verdict == TextVerdict.TooLong ? PhoneError.TooLong : PhoneError.NotANumber);
            return verdict != TextVerdict.Unsure;
        }
        if (!TryReadDigits(found.Digits, found.PlusSigns, region, out result))
            return false;
        if (found.ExtensionDigits > 0 && result.IsNumber)
            result = result.WithExtension(found.Extension, found.ExtensionDigits);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PhoneResult ReadScanned(ReadOnlySpan<char> text, PhoneRegion region, VectorScan scan) =>
        TryReadScan(text, region, scan, out var result) ? result : ReadScalar(text, region);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private PhoneResult ReadScannedBytes(ReadOnlySpan<byte> text, PhoneRegion region, VectorScan scan)
    {
        if (scan.IsPlain && TryReadDigits(scan, region, out var result))
            return result;
        Span<char> characters = stackalloc char[VectorText.Longest];
        var read = characters[..Encoding.UTF8.GetChars(text, characters)];
        // As many characters as bytes: then each stands where its byte stood, and the scan holds for both.
        return read.Length == text.Length ? ReadScanned(read, region, scan) : ReadOther(read, region);
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
