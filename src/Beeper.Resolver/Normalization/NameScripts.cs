using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>The script of a letter, by its Unicode block.</summary>
internal static class NameScripts
{
    public static NameScript Of(Rune rune) => rune.Value switch
    {
        _ when !Rune.IsLetter(rune) => NameScript.None,
        // Latin, Greek, Cyrillic, Armenian, and what extends them; Georgian.
        < 0x0590 or (>= 0x1E00 and < 0x2000) or (>= 0x2C60 and < 0x2E00) or (>= 0xA720 and < 0xA800) or (>= 0xAB30 and < 0xAB70) or (>= 0xFB00 and < 0xFB18) => NameScript.Alphabetic,
        (>= 0x10A0 and < 0x1100) or (>= 0x1C80 and < 0x1CC0) or (>= 0xFF21 and <= 0xFF5A) => NameScript.Alphabetic,
        (>= 0x0590 and < 0x0780) or (>= 0x08A0 and < 0x0900) or (>= 0xFB1D and < 0xFE00) or (>= 0xFE70 and < 0xFF00) => NameScript.Semitic,
        (>= 0x1100 and < 0x1200) or (>= 0x3130 and < 0x3190) or (>= 0xAC00 and < 0xD7B0) => NameScript.Hangul,
        0x3005 or (>= 0x3040 and < 0x3100) or (>= 0x31F0 and < 0x3200) or (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00) or (>= 0x20000 and < 0x33480) => NameScript.EastAsian,
        _ => NameScript.Other,
    };
}
