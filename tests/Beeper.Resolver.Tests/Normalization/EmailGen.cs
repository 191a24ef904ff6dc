using CsCheck;

namespace Beeper.Resolver.Tests.Normalization;

/// <summary>Texts put together from the pieces addresses and their wrappings are made of, so that most are nearly right.</summary>
internal static class EmailGen
{
    private static readonly string[] Pieces =
    [
        "harriet", "Quill", ".", "..", "@", "@", "@", "example.com", "EXAMPLE", ".com", "-a", "a-", "b", "xn--", "bücher", "é", "\u0301", "\"", "\\", "<", ">", "(", ")", "'", ",", ";", " ", "mailto:", "?subject=x", "%40", "+tag", "[192.0.2.1]",
        "\u200B", "\uFEFF", "＠", "。", "用户", "👑", "_", "1", "\t",
    ];

    public static Gen<string> Text { get; } = Gen.Int[0, Pieces.Length - 1].Select(static index => Pieces[index]).Array[0, 8].Select(string.Concat);
}
