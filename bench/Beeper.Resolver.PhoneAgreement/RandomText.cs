using System.Text;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>Texts of random characters, mostly those that mean something to the library.</summary>
public sealed class RandomText(IReadOnlyList<string> regions, SplitMix64 random)
{
    private const string Frequent = "0123456789012345678901234567890123456789+ -.()/";
    private const string Known = "xXeEtTnNiIoO#,;:=~*[]\\aZ\t\u00A0\u00AD\u200B\u2011\u2212\u3000\uFF0B\uFF08\uFF0D\uFF10\u0660\u06F5\u202A\u212A\u00E9\u0434@_\uD83D\uDE00";

    public PhoneRow Next()
    {
        var text = new StringBuilder();
        for (var length = 1 + random.Below(28); length > 0; length--)
        {
            var kind = random.Below(20);
            text.Append(kind < 17 ? Frequent[random.Below(Frequent.Length)] : kind < 19 ? Known[random.Below(Known.Length)] : (char)(32 + random.Below(224)));
        }
        return new PhoneRow(random.Pick(regions), text.ToString());
    }
}
