namespace Beeper.Resolver.PhoneAgreement;

/// <summary>Texts with one to three changes: characters taken out, replaced, or fragments put in that the library's patterns know.</summary>
public sealed class MutatedText(IReadOnlyList<PhoneRow> seeds, SplitMix64 random)
{
    private static readonly string[] Fragments =
    [
        "+", "0", "00", "011", "1", " ", "-", ".", "(", ")", "/", "[", "]", "~", "x", "X", "e", "ext", "ext.", " ext ", "xt", "extn", "extension", "int",
        "anexo", "#", ",", ",,", ";", ";ext=", ":", ":::", "*", "\u00A0", "\u200B", "\u2011", "\u202A", "\u202C", "\uFF0B", "\uFF11", "\u0661",
        "\u096F", "\u212A", "\u00F3", "\u0301", "\uFF58", "\u2053", "\t", "\n", "\\", "tel:", ";phone-context=+44", ";phone-context=example.com",
        ";isub=12", "a", "FLOWERS", "no", "t", "n", "i", "o", "5", "99", "000", "12345", "@", "=", "?", "_", "\"", "&", "+1", "+49", "(0)",
        "\uD835\uDFCF", "\u00BD", "\u00B2", "\u0E53", " x12", " #3", "/x2", "/ x5", " int 4", "poste 4", "xn5", "\u0130", "\u017F", "++",
    ];

    public PhoneRow Next()
    {
        var seed = random.Pick(seeds);
        var text = seed.Text;
        for (var edits = 1 + random.Below(3); edits > 0; edits--)
            text = Edited(text);
        return seed with { Region = random.Below(100) == 0 ? "ZZ" : seed.Region, Text = text };
    }

    private string Edited(string text)
    {
        var position = random.Below(text.Length + 1);
        switch (random.Below(4))
        {
            case 0:
                return position < text.Length ? text.Remove(position, 1) : text;
            case 1:
                return position < text.Length ? text.Remove(position, 1).Insert(position, random.Pick(Fragments)) : text;
            default:
                return text.Insert(random.Chance(0.4) ? text.Length : position, random.Pick(Fragments));
        }
    }
}
