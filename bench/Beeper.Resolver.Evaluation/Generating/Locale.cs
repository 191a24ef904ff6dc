using System.Text.Json;

namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>
/// The names of a language. Common names are drawn by a Zipf law, so that homonyms occur; rarer family names are put together from a stem
/// and an ending, which gives the long tail real address books have.
/// </summary>
internal sealed class Locale
{
    private readonly GivenName[] _male;
    private readonly GivenName[] _female;
    private readonly NamePart[] _givenRoots;
    private readonly NamePart[] _givenEnds;
    private readonly NamePart[] _families;
    private readonly NamePart[] _roots;
    private readonly NamePart[] _ends;
    private readonly NamePart _femaleEnd;

    private Locale(LocaleEntry entry)
    {
        Code = entry.Code;
        Regions = entry.Regions.Split(' ');
        Share = entry.Share;
        FamilyFirst = entry.FamilyFirst;
        Joined = entry.Joined;
        TwoFamilies = entry.TwoFamilies;
        _male = Given(entry.Male);
        _female = Given(entry.Female);
        _givenRoots = Parts(entry.GivenRoots);
        _givenEnds = Parts(entry.GivenEnds);
        _families = Parts(entry.Family);
        _roots = Parts(entry.Roots);
        _ends = Parts(entry.Ends);
        _femaleEnd = NamePart.Parse(entry.FemaleEnd ?? "");
    }

    public string Code { get; }

    public string[] Regions { get; }

    public double Share { get; }

    public bool FamilyFirst { get; }

    /// <summary>Whether family and given name are written without a space.</summary>
    public bool Joined { get; }

    public bool TwoFamilies { get; }

    public static Locale[] ReadAll()
    {
        using var stream = typeof(Locale).Assembly.GetManifestResourceStream("locales.json") ?? throw new InvalidOperationException("locales.json is not embedded.");
        return [.. JsonSerializer.Deserialize<LocaleEntry[]>(stream, JsonSerializerOptions.Web)!.Select(static entry => new Locale(entry))];
    }

    public GivenName DrawGiven(Draw draw, bool female)
    {
        if (_givenRoots.Length > 0)
            return new GivenName(draw.Zipf(_givenRoots) + draw.Zipf(_givenEnds), []);
        return draw.Zipf(female ? _female : _male);
    }

    public NamePart DrawFamily(Draw draw) =>
        _roots.Length == 0 || draw.Chance(0.45) ? draw.Zipf(_families) : draw.One(_roots) + draw.One(_ends);

    /// <summary>The family name as a woman or a man of the family bears it.</summary>
    public NamePart Bear(NamePart family, bool female) => female && !_femaleEnd.IsEmpty ? family + _femaleEnd : family;

    private static NamePart[] Parts(string? text) => string.IsNullOrEmpty(text) ? [] : [.. text.Split(' ').Select(NamePart.Parse)];

    private static GivenName[] Given(string text) => text.Length == 0 ? [] : [.. text.Split(", ").Select(static entry =>
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        return new GivenName(NamePart.Parse(entry[..colon]), Parts(entry[(colon + 1)..]));
    })];

    private sealed record LocaleEntry(
        string Code, string Regions, double Share, string Male, string Female, string? GivenRoots, string? GivenEnds, string Family, string? Roots, string? Ends, string? FemaleEnd, bool FamilyFirst, bool Joined, bool TwoFamilies);
}
