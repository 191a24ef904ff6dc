using System.Globalization;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>
/// Puts people on the networks: who is registered with which identifier, what name they show there, who has a chat or stands in the contact
/// list, who cannot be written to, and strangers who hold numbers that were given up.
/// </summary>
internal sealed class AccountMaker(Draw draw)
{
    private const double OnWhatsApp = 0.62;
    private const double OnSignal = 0.18;
    private const double GoneToStrangers = 0.3;
    private const double LeftBehind = 0.15;

    private static readonly string[] FirstWords =
        ["Night", "Blue", "Silent", "Happy", "Lazy", "Golden", "Mister", "Little", "Crazy", "Team", "Always", "Coffee", "Wild", "Lucky", "Urban", "Cosmic", "Sunny", "Rolling", "Secret", "Super"];

    private static readonly string[] SecondWords =
        ["Owl", "Sky", "Rider", "Baker", "Goat", "Dreams", "Panda", "First", "Lead", "Garden", "Wolf", "Tiger", "River", "Stone", "Vibes", "Captain", "Wanderer", "Pixel", "Kitchen", "Moon"];

    private readonly List<Person> _people = [];

    /// <summary>The person behind each account and user ID; strangers have negative numbers.</summary>
    public Dictionary<(string Account, string User), int> Owners { get; } = [];

    public Population Make(IReadOnlyList<MadePerson> people)
    {
        var accounts = new List<SandboxAccount>
        {
            Account("local-whatsapp_ba_e1", "whatsapp", "WhatsApp"),
            Account("local-signal_ba_e1", "signal", "Signal"),
            Account("local-telegram_ba_e1", "telegram", "Telegram"),
            Account("twitter", "twitter", "X"),
            Account("slackgo.T1-U1", "slackgo", "Slack"),
            Account("linkedin", "linkedin", "LinkedIn"),
        };
        var current = people.Where(static person => person.Mobile is not null).Select(static person => person.Mobile!).ToHashSet(StringComparer.Ordinal);
        var colleagues = people.Select(static person => person.Employer).OfType<Employer>().GroupBy(static one => one).OrderByDescending(static group => group.Count()).First().Key;
        foreach (var person in people)
        {
            AddPhones(accounts, person, current);
            if (person.Twitter is { } handle)
                Add(accounts[3], person.Id, new Person { AccountId = accounts[3].AccountId, Id = $"x{person.Id}", FullName = Shown(person), Username = handle });
            if (person.Employer == colleagues && person.WorkEmail is { } mail)
                Add(accounts[4], person.Id, new Person { AccountId = accounts[4].AccountId, Id = $"U{person.Id:D8}", FullName = person.FullName(latin: true), Email = mail, InContacts = draw.Chance(0.3) });
            if (person.Employer is not null && draw.Chance(0.08))
                Add(accounts[5], person.Id, new Person { AccountId = accounts[5].AccountId, Id = $"ACoAA{person.Id:D34}", FullName = person.FullName(latin: true), Chat = Chat() });
        }
        return new Population(accounts, _people);
    }

    private void AddPhones(List<SandboxAccount> accounts, MadePerson person, HashSet<string> current)
    {
        var listed = draw.Chance(0.5);
        if (person.Mobile is { } mobile)
        {
            if (draw.Chance(OnWhatsApp))
                AddPhone(accounts[0], person.Id, mobile, Shown(person), listed, 0.3, null);
            if (draw.Chance(OnSignal))
                AddPhone(accounts[1], person.Id, mobile, Shown(person), listed, 0.2, null);
        }
        if (draw.Chance(0.5) && person.Telegram is { } handle)
            AddPhone(accounts[2], person.Id, draw.Chance(0.4) ? person.Mobile : null, Shown(person), listed, 0.2, handle);
        if (person.OldMobile is { } old && !current.Contains(old))
            AddFormer(accounts, person, old);
    }

    // A number that was given up: a third has somebody else now, who registers as everybody does; of others the person left an account behind.
    private void AddFormer(List<SandboxAccount> accounts, MadePerson person, string old)
    {
        var fate = draw.Number();
        if (fate < GoneToStrangers)
        {
            var stranger = Stranger(person);
            if (draw.Chance(OnWhatsApp))
                AddPhone(accounts[0], stranger.Id, old, Shown(stranger), listed: false, 0, null);
            if (draw.Chance(OnSignal))
                AddPhone(accounts[1], stranger.Id, old, Shown(stranger), listed: false, 0, null);
        }
        else if (fate < GoneToStrangers + LeftBehind)
        {
            AddPhone(accounts[0], person.Id, old, Shown(person), listed: false, 0.2, null);
        }
    }

    // Whoever has the number now lives where its former owner did, and shows what people show.
    private MadePerson Stranger(MadePerson former)
    {
        var (locale, female) = (former.Locale, draw.Chance(0.5));
        var given = locale.DrawGiven(draw, female);
        return new MadePerson
        {
            Id = -1 - Owners.Count,
            Locale = locale,
            Region = former.Region,
            Female = female,
            Given = given,
            Family = locale.Bear(locale.DrawFamily(draw), female),
            SecondFamily = locale.TwoFamilies ? locale.DrawFamily(draw) : NamePart.None,
            Nickname = given.Nicknames.Length == 0 ? NamePart.None : draw.One(given.Nicknames),
            LinkedIn = "",
        };
    }

    private void AddPhone(SandboxAccount account, int owner, string? phone, string? name, bool listed, double chat, string? handle)
    {
        var digits = phone?[1..] ?? $"9{(owner < 0 ? -owner : owner).ToString(CultureInfo.InvariantCulture)}00";
        var id = account.AccountId.Contains("whatsapp", StringComparison.Ordinal) ? $"@{digits}:local-whatsapp.localhost" : $"@{digits}:{account.AccountId}.localhost";
        if (Owners.ContainsKey((account.AccountId, id)))
            return;
        Add(account, owner, new Person
        {
            AccountId = account.AccountId,
            Id = id,
            FullName = name,
            PhoneNumber = phone,
            Username = handle,
            InContacts = listed,
            Chat = draw.Chance(chat) ? Chat() : null,
            CannotMessage = draw.Chance(0.01),
        });
    }

    private void Add(SandboxAccount account, int owner, Person person)
    {
        Owners.Add((account.AccountId, person.Id), owner);
        _people.Add(person);
    }

    // Full name, one word, something unrelated, nothing, an emoji, or the name in the other script.
    private string? Shown(MadePerson person)
    {
        var latin = draw.Chance(0.4);
        return draw.Weighted([50, 22, 10, 8, 3, 7]) switch
        {
            0 => person.FullName(latin),
            1 => draw.Chance(0.5) || person.Nickname.IsEmpty ? person.Given.Name.In(latin) : person.Nickname.In(latin),
            2 => Unrelated(person),
            3 => null,
            4 => draw.One<string>(["👑", "🌸🌸", "🐱", "⚽"]),
            _ => person.FullName(!latin),
        };
    }

    // A phrase, a handle, or at times the name of a relative who set the telephone up.
    private string Unrelated(MadePerson person) => draw.Weighted([5, 3, 2]) switch
    {
        0 => $"{draw.One(FirstWords)} {draw.One(SecondWords)}",
        1 => $"{draw.One(FirstWords).ToLowerInvariant()}{draw.One(SecondWords)}{draw.Below(90) + 10}",
        _ => $"{person.Locale.DrawGiven(draw, !person.Female).Name.Native} {person.Family.Native}",
    };

    private SeededChat Chat() => new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(draw.Below(7000)));

    private static SandboxAccount Account(string id, string type, string name) =>
        new(id, new Bridge(id, type, "local"), name, "connected", new AccountUser($"self-{type}") { FullName = "Ines Duarte" });
}
