using System.Globalization;
using AnyAscii;

namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>
/// Makes the people: households of one to five that may share a landline and a mailbox, fathers and sons of one name, employers of Zipf
/// sizes with one switchboard, numbers that were given up and in part given to others.
/// </summary>
internal sealed class PeopleMaker
{
    private static readonly string[] MailDomains = ["example.com", "example.org", "example.net", "mail.example.com", "post.example.org", "inbox.example.net"];
    private static readonly string[] CompanyEnds = ["GmbH", "AG", "Ltd", "Inc.", "Group", "Logistics", "Consulting", "Systems", "& Partner", "Studio"];
    private static readonly double[] HouseholdSizes = [45, 25, 15, 10, 5];

    private readonly Draw _draw;
    private readonly PhoneFactory _phones;
    private readonly Locale[] _locales = Locale.ReadAll();
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MadePerson> _people = [];
    private readonly List<Employer> _employers = [];

    public PeopleMaker(Draw draw, string homeRegion)
    {
        _draw = draw;
        _phones = new PhoneFactory(draw);
        HomeRegion = homeRegion;
    }

    public string HomeRegion { get; }

    public List<MadePerson> Make(int count)
    {
        MakeEmployers(Math.Max(4, count / 40));
        while (_people.Count < count)
            AddHousehold(Math.Min(_draw.Weighted(HouseholdSizes) + 1, count - _people.Count));
        GiveNumbersAway();
        return _people;
    }

    private void MakeEmployers(int count)
    {
        for (var index = 0; index < count; index++)
        {
            var region = _draw.Chance(0.5) ? HomeRegion : _draw.One(_draw.One(_locales).Regions);
            var stem = _draw.One(_locales[..3]).DrawFamily(_draw).Latin;
            var name = $"{stem} {_draw.One(CompanyEnds)}";
            _employers.Add(new Employer(name, $"{Ascii(stem)}{index.ToString(CultureInfo.InvariantCulture)}.example.com", region, _phones.Fixed(region)));
        }
    }

    private void AddHousehold(int size)
    {
        var locale = _locales[_draw.Weighted([.. _locales.Select(static one => one.Share)])];
        var region = _draw.Chance(0.45) ? HomeRegion : _draw.Chance(0.7) ? locale.Regions[0] : locale.Regions[1];
        var family = locale.DrawFamily(_draw);
        var landline = size > 1 && _draw.Chance(0.5) || size == 1 && _draw.Chance(0.2) ? _phones.Fixed(region) : null;
        var mailbox = size > 1 && _draw.Chance(0.06) ? Mailbox($"familie.{Ascii(family.Latin)}") : null;
        var members = new List<MadePerson>(size);
        for (var index = 0; index < size; index++)
            members.Add(NewPerson(locale, region, family, landline, mailbox, members));
        if (size > 1 && _draw.Chance(0.03))
            NameSonAfterFather(members[0], members[^1]);
        _people.AddRange(members);
    }

    private MadePerson NewPerson(Locale locale, string region, NamePart family, string? landline, string? mailbox, List<MadePerson> household)
    {
        var female = household.Count % 2 == 1 ? !household[^1].Female : _draw.Chance(0.5);
        GivenName given;
        do
            given = locale.DrawGiven(_draw, female);
        while (household.Exists(other => other.Given.Name == given.Name));
        var ownFamily = household.Count == 1 && _draw.Chance(0.2) ? locale.DrawFamily(_draw) : family;
        var person = new MadePerson
        {
            Id = _people.Count + household.Count,
            Locale = locale,
            Region = region,
            Female = female,
            Given = given,
            Family = locale.Bear(ownFamily, female),
            SecondFamily = locale.TwoFamilies ? locale.DrawFamily(_draw) : NamePart.None,
            OtherFamily = female && _draw.Chance(0.1) ? locale.Bear(locale.DrawFamily(_draw), female) : NamePart.None,
            Middle = locale.Code is "en" or "de" && _draw.Chance(0.3) ? locale.DrawGiven(_draw, female).Name.Latin : "",
            Nickname = given.Nicknames.Length == 0 ? NamePart.None : _draw.One(given.Nicknames),
            LinkedIn = Unique($"{Ascii(given.Name.Latin)}-{Ascii(ownFamily.Latin)}", "-"),
            Landline = landline,
            FamilyEmail = mailbox,
        };
        var stem = $"{Ascii(given.Name.Latin)}{Separator()}{Ascii(ownFamily.Latin)}";
        person.Mobile = _draw.Chance(0.95) ? _phones.Mobile(region) : null;
        person.OldMobile = person.Mobile is not null && _draw.Chance(0.16) ? _phones.Mobile(region) : null;
        person.Email = _draw.Chance(0.9) ? Mailbox(stem) : null;
        person.Telegram = _draw.Chance(0.25) ? Unique(Handle(person), "") : null;
        person.Twitter = _draw.Chance(0.1) ? Unique(Handle(person), "") : null;
        if (_draw.Chance(0.6))
            Employ(person, stem);
        return person;
    }

    private void Employ(MadePerson person, string stem)
    {
        var employer = _draw.Zipf(_employers);
        person.Employer = employer;
        person.WorkEmail = Unique($"{stem.ToLowerInvariant()}", "", $"@{employer.Domain}");
        person.WorkPhone = _draw.Chance(0.4) ? _phones.Fixed(employer.Region) : null;
    }

    private void NameSonAfterFather(MadePerson father, MadePerson son)
    {
        (son.Given, son.Family, son.SecondFamily) = (father.Given, father.Family, father.SecondFamily);
        (father.Generation, son.Generation) = ("Sr", "Jr");
    }

    // A third of the numbers given up go to somebody else, half of them to a person of the same address book.
    private void GiveNumbersAway()
    {
        var free = _people.Where(static person => person.OldMobile is not null).ToList();
        foreach (var person in free)
        {
            if (!_draw.Chance(1.0 / 6))
                continue;
            var heir = _draw.One(_people);
            if (heir != person && heir.Region == person.Region && heir.OldMobile is null && heir.Mobile is not null)
                heir.Mobile = person.OldMobile;
        }
    }

    private string Handle(MadePerson person)
    {
        var (given, family) = (Ascii(person.Given.Name.Latin), Ascii(person.Family.Latin));
        return _draw.Below(4) switch
        {
            0 => $"{given}_{family}",
            1 => $"{given}{family}",
            2 => $"{given[0]}{family}{_draw.Below(90) + 10}",
            _ => $"{family}{_draw.Below(900) + 100}x",
        };
    }

    private string Separator() => _draw.Below(4) switch { 0 => "", 1 => "_", _ => "." };

    private string Mailbox(string stem) => Unique(stem.ToLowerInvariant(), "", $"@{_draw.One(MailDomains)}");

    private string Unique(string stem, string separator, string end = "")
    {
        for (var number = 0; ; number++)
        {
            var text = $"{stem}{(number == 0 ? "" : separator + number.ToString(CultureInfo.InvariantCulture))}{end}";
            if (_taken.Add(text))
                return text;
        }
    }

    internal static string Ascii(string text)
    {
        var plain = string.Concat(text.Transliterate().Where(char.IsAsciiLetterOrDigit));
        return plain.Length < 2 ? plain + "xx" : plain.ToLowerInvariant();
    }
}
