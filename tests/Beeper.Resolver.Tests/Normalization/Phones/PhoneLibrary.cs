using Beeper.Resolver.Normalization.Phones;
using Beeper.Resolver.Normalization.Phones.Tables;
using PhoneNumbers;

namespace Beeper.Resolver.Tests.Normalization.Phones;

/// <summary>The library and the embedded tables over it, shared by the tests.</summary>
internal static class PhoneLibrary
{
    public static readonly PhoneNumberUtil Instance = PhoneNumberUtil.GetInstance();

    public static readonly PhoneCore Core = new(EmbeddedPhoneTables.Load(), static () => Instance);

    /// <summary>Where the layers and the library differ on a text, or null.</summary>
    public static string? Difference(string text, string region) => Difference(Core, text, region);

    public static string? Difference(PhoneCore core, string text, string region)
    {
        var expected = LibraryReader.Read(Instance, text, region);
        var given = PhoneRegion.Of(region);
        if (core.TryReadVector(text, given, out var vector) && vector != expected)
            return $"vector layer {Describe(vector)}, library {Describe(expected)}";
        if (core.TryReadScalar(text, given, out var scalar) && scalar != expected)
            return $"scalar layer {Describe(scalar)}, library {Describe(expected)}";
        return core.Read(text, given) != expected ? $"all layers {Describe(core.Read(text, given))}, library {Describe(expected)}" : null;
    }

    private static string Describe(PhoneResult result) => result.IsNumber
        ? $"{result.E164} {result.Region} {result.Type} {result.Possibility} ext {result.Extension ?? "-"}"
        : result.Error.ToString();
}
