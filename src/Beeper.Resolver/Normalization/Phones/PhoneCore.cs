using System.Runtime.CompilerServices;
using System.Text;
using Beeper.Resolver.Normalization.Phones.Numbers;
using Beeper.Resolver.Normalization.Phones.Tables;
using Beeper.Resolver.Normalization.Phones.Text;
using PhoneNumbers;

namespace Beeper.Resolver.Normalization.Phones;

/// <summary>The layers in their order over one set of tables. Thread-safe.</summary>
/// <param name="tables">The tables, or null where there are none for this library: then it answers everything.</param>
/// <param name="library">Gives the library whose answers these are; asked for only when needed, because it takes long to start.</param>
internal sealed class PhoneCore(PhoneTables? tables, Func<PhoneNumberUtil> library)
{
    private const int LongestBytes = 1024;

    private readonly QuickNumberReader? _quick = tables is null ? null : new QuickNumberReader(tables);
    private readonly NumberReader? _full = tables is null ? null : new NumberReader(tables);

    /// <summary>Whether this machine has the instructions of the vector layer.</summary>
    public static bool HasVectorLayer => VectorScanner.IsSupported;

    /// <summary>Whether there are tables.</summary>
    public bool HasTables => tables is not null;

    /// <summary>Reads a text.</summary>
    public PhoneResult Read(ReadOnlySpan<char> text, PhoneRegion region) => TryReadVector(text, region, out var result) ? result : ReadScalar(text, region);

    /// <summary>Reads with the layer that works on any machine.</summary>
    public PhoneResult ReadScalar(ReadOnlySpan<char> text, PhoneRegion region) =>
        TryReadScalar(text, region, out var result) ? result : ReadLibrary(text, region);

    /// <summary>Reads with vector instructions; false if another layer has to decide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadVector(ReadOnlySpan<char> text, PhoneRegion region, out PhoneResult result)
    {
        if (HasVectorLayer && _quick is not null && text.Length <= VectorScanner.Longest && VectorScanner.TryScan(text, out var digits, out var count, out var plus))
            return _quick.TryRead(digits, count, plus, tables!.IndexOf(region), out result);
        result = default;
        return false;
    }

    /// <summary>Reads UTF-8 with vector instructions; false if another layer has to decide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadVector(ReadOnlySpan<byte> text, PhoneRegion region, out PhoneResult result)
    {
        if (HasVectorLayer && _quick is not null && text.Length <= VectorScanner.Longest && VectorScanner.TryScan(text, out var digits, out var count, out var plus))
            return _quick.TryRead(digits, count, plus, tables!.IndexOf(region), out result);
        result = default;
        return false;
    }

    /// <summary>Asks libphonenumber.</summary>
    public PhoneResult ReadLibrary(ReadOnlySpan<char> text, PhoneRegion region) => LibraryReader.Read(library(), text.ToString(), region.Name);

    /// <summary>Reads character by character; false if libphonenumber has to be asked.</summary>
    public bool TryReadScalar(ReadOnlySpan<char> text, PhoneRegion region, out PhoneResult result)
    {
        result = default;
        if (tables is null)
            return false;
        var verdict = TextScanner.Scan(text, out var found);
        if (verdict != TextVerdict.Digits)
        {
            result = PhoneResult.Failed(verdict == TextVerdict.TooLong ? PhoneError.TooLong : PhoneError.NotANumber);
            return verdict != TextVerdict.Unsure;
        }
        var index = tables.IndexOf(region);
        if (found.Count is < QuickNumberReader.Fewest or > QuickNumberReader.Most || !_quick!.TryRead(found.Low, found.Count, found.PlusSigns > 0, index, out result))
        {
            if (!_full!.TryRead(found.Digits, found.PlusSigns, index, out result))
                return false;
        }
        if (found.ExtensionDigits > 0 && result.IsNumber)
            result = result.WithExtension(found.Extension, found.ExtensionDigits);
        return true;
    }

    /// <summary>Decodes a UTF-8 text and reads it.</summary>
    public PhoneResult ReadBytes(ReadOnlySpan<byte> text, PhoneRegion region)
    {
        if (TryReadVector(text, region, out var result))
            return result;
        if (text.Length > LongestBytes)
            return Read(Encoding.UTF8.GetString(text), region);
        Span<char> characters = stackalloc char[LongestBytes];
        return ReadScalar(characters[..Encoding.UTF8.GetChars(text, characters)], region);
    }
}
