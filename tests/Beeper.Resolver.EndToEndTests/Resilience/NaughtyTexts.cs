using System.Text;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Names that attack whoever shows, stores or parses them: some of every class of text that has ever done harm.</summary>
internal static class NaughtyTexts
{
    // Attributes that the tool itself never uses, so that one that gets through is told from ours.
    private static readonly string[] Sequences =
    [
        "\e[2J\e[5;7mblink\e[0m", "\e[5;7m", "\e[999;999H", "\e[3J", "\e[6n", "\e[c", "\e[?1049h", "\e[?1000h", "\e[?2004h", "\e[1;1r", "\e[5i", "\e[21t", "\e7saved\e8", "\ecreset", "\e(0line", "\e#8",
        "\e]0;title\a", "\e]2;title\e\\", "\e]8;;http://example.com\alink\e]8;;\a", "\e]52;c;aGVsbG8=\a", "\e]4;1;rgb:ff/00/00\a", "\e]1337;File=:AAAA\a", "\e]777;notify;a;b\a", "\ePq#0~\e\\", "\e_apc\e\\", "\e^pm\e\\", "\eXsos\e\\",
        "\u009b5;7m", "\u009d0;title\u009c", "\u0090q\u009c", "a\bb\b\bc", "over\rwritten", "bell\a\a\a", "\u000e\u000fshift", "tab\there",
    ];

    private static readonly string[] Directions =
    [
        "\u061C arabic mark", "\u200E left mark", "\u200F right mark", "\u202A embed", "\u202B embed", "\u202C pop", "\u202D override", "\u202Egnp.exe", "\u2066 isolate", "\u2067 isolate", "\u2068 isolate", "\u2069 pop",
        "\u202E\u202D\u202Enested", "end \u202E",
    ];

    private static readonly string[] Invisible =
    [
        "zero\u200Bwidth", "non\u200Cjoiner", "jo\u200Diner", "word\u2060joiner", "\uFEFFbom first", "bom\uFEFFinside", "bom last\uFEFF", "soft\u00ADhyphen", "mongolian\u180E", "grapheme\u034Fjoiner", "\u115Fjamo", "\u3164filler", "\uFFA0half", "\u2800braille",
        "tag\U000E0001\U000E0041\U000E007F", "inter\uFFF9lin\uFFFAear\uFFFB", "vari\uFE0Fation", "vari\U000E0100ation", "\u00A0no-break\u00A0", "\u2003em\u2003", "\u3000wide\u3000", "   ", "\u200B",
    ];

    private static readonly string[] LineEnds =
        ["line\nfeed", "carriage\r\nreturn", "next\u0085line", "line\u2028separator", "paragraph\u2029separator", "vertical\u000Btab", "form\u000Cfeed", "\n\n\n", "{\"schema\":1}\n{\"schema\":1}", "a\rb"];

    private static readonly string[] Formulas =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://example.com\",\"x\")", "=IMPORTXML(\"http://example.com\",\"//a\")", "=DDE(\"a\";\"b\")", "\t=1+1", "\r=1+1", " =1+1", "  @x", "\u00A0=1+1", "＝1+1", "＋1", "－1", "＠x", "'=1+1", "''=1", "\"=1+1\"",
        "%0A=1+1", "=\u200B1", "-", "+", "=", "@",
    ];

    private static readonly string[] Floods =
    [
        "a\u0300\u0301\u0302\u0303\u0304", "Z" + new string('\u0311', 200) + "algo", "e" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500)), "\u0301leading", "\u20DDenclosed\u20DD", "ไ" + new string('\u0E49', 80), "\u0BA8\u0BBF\u0BA8\u0BBF",
    ];

    private static readonly string[] Scripts =
    [
        "שלום עולם", "مرحبا بالعالم", "ﷺ", "abc אבג 123", "עִבְרִית", "اَلْعَرَبِيَّةُ", "田中さん", "김민수", "𠜎𠜱𠝹", "Ω≈ç√∫˜µ≤≥÷", "Ꭰꮳ", "ǅ ǆ Ǆ", "ﬁﬂ ligature", "İstanbul ıspanak", "Straße ẞ", "ŁÓDŹ", "Ｆｕｌｌ", "𝕄𝕒𝕥𝕙", "ⓒⓘⓡⓒⓛⓔ", "раураl", "ʇxǝʇ", "xn--bcher-kva",
    ];

    private static readonly string[] Pictures = ["👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇬🇧🇩🇪", "👍🏽", "❤️‍🔥", "1️⃣", "👨🏿‍🚀👩🏻‍⚕️", "🫠🫡", "👩\u200D", "\u200D👩", "🇬", "☠\uFE0E"];

    private static readonly string[] Broken =
    [
        "high \uD800 alone", "low \uDC00 alone", "swapped \uDC00\uD800", "\uD83D", "end \uD83D", "\uFFFE non", "\uFFFF non", "\uFDD0 non", "\U0001FFFE non", "\U0010FFFF last", "\uFFFD replaced", "\uE000 private", "nul\0inside", "\0", "\0\0first",
    ];

    private static readonly string[] Punctuation =
    [
        "\"quoted\"", "\"", "\"\"", "\"\"\"", "one \" inside", "'single'", "`back`", "comma, inside", "semi;colon", "pipe|pipe", "tab\t\ttab", "back\\slash", "\\", "\\\\", "\\\"", "\\n", "\\u001b[31m", "\\x1b[31m", "{\"a\":1}", "[1,2", "}", "]", "/*", "--", "#comment", "sep=;",
        "'; drop table op; --", "' or '1'='1", "\"; delete from contact; --", "%' like '%", "?1", "@p0", "$value", ":name", "x'00'",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</script><b>", "<!--", "]]>", "&lt;b&gt;", "&#x1b;", "javascript:alert(1)", "<svg/onload=1>", "\" autofocus onfocus=\"1",
        "${jndi:ldap://example.com}", "{{7*7}}", "{firstName}", "{0}", "%s%n%x", "%d %p", "$(id)", "`id`", ";id", "| id", "&& id", "> /dev/null", "$HOME", "~", "*", "?", "!!", "../../etc/passwd", "..\\..\\x", "C:\\con", "file:///etc/passwd", "http://example.com/?a=b&c=d#e",
        "[red]markup[/]", "[[markup]]", "[link=http://example.com]x[/]", "[/]", "[", "]", "[bold", ":smile:",
    ];

    private static readonly string[] Words =
    [
        "null", "NULL", "undefined", "nil", "None", "true", "false", "NaN", "Infinity", "-0", "1e400", "0x1F", "1,5", "1/0", "007", "1E+10", "12/31/2026", "TRUE", "#N/A", "#REF!", "#VALUE!", "N/A", "CON", "PRN", "AUX", "id", "schema", "--help", "-v", "@file", "-",
    ];

    // After what it is made of, which is made in this order.
    public static IReadOnlyList<string> All { get; } =
    [
        .. Controls(), .. Sequences, .. Directions, .. Invisible, .. LineEnds, .. Formulas, .. Floods, .. Scripts, .. Pictures, .. Broken, .. Punctuation, .. Words, .. Huge(),
    ];

    // All of C0 but the line ends, DEL, and C1.
    private static IEnumerable<string> Controls() =>
        Enumerable.Range(0x01, 0x1F).Append(0x7F).Concat(Enumerable.Range(0x80, 0x20)).Where(static code => code is not ('\n' or '\r')).Select(static code => $"control {(char)code} {code:X2}");

    private static IEnumerable<string> Huge() =>
        [new string('x', 5000), new string(' ', 3000) + "x", string.Concat(Enumerable.Repeat("👩‍👩‍👧 ", 600)), new StringBuilder().Insert(0, "\"\"", 2000).ToString(), string.Join(' ', Enumerable.Repeat("Anna", 1500))];
}
