using Beeper.Resolver.Normalization.Phones.Tables;
using PhoneNumbers;

namespace Beeper.Resolver.Normalization.Phones;

/// <summary>
/// Reads phone numbers with libphonenumber's answers and without its cost: text is judged by automata built from the library's own metadata,
/// and whatever is not proven equal is given to the library itself. No allocation per number. Thread-safe.
/// </summary>
public static class PhoneNormalizer
{
    private static readonly PhoneCore Core = new(EmbeddedPhoneTables.Load(), PhoneNumberUtil.GetInstance);

    /// <summary>Whether the tables fit the loaded library; if not, it answers every call itself.</summary>
    public static bool HasTables => Core.HasTables;

    /// <summary>The regions that numbers can be dialled in.</summary>
    internal static IEnumerable<string> Regions => Core.Regions;

    /// <summary>The number behind a text, as libphonenumber's Parse with this default region reads it.</summary>
    /// <param name="text">One number in any notation; of several, or of text around it, what the library makes.</param>
    /// <param name="region">The region of a number without calling code.</param>
    public static PhoneResult Normalize(ReadOnlySpan<char> text, PhoneRegion region) => Core.Read(text, region);

    /// <summary>The number behind a text.</summary>
    /// <param name="text">One number in any notation.</param>
    /// <param name="region">ISO 3166 alpha-2 region in capitals for a number without calling code, or null.</param>
    public static PhoneResult Normalize(ReadOnlySpan<char> text, string? region) => Core.Read(text, PhoneRegion.Of(region));

    /// <summary>The number behind a text in UTF-8; bytes that are not UTF-8 count as U+FFFD.</summary>
    /// <param name="utf8">One number in any notation.</param>
    /// <param name="region">The region of a number without calling code.</param>
    public static PhoneResult Normalize(ReadOnlySpan<byte> utf8, PhoneRegion region) => Core.ReadBytes(utf8, region);

    /// <summary>The main region of a calling code, such as US for 1; none if the code is unknown.</summary>
    public static PhoneRegion MainRegion(int callingCode) => Core.MainRegion(callingCode);
}
