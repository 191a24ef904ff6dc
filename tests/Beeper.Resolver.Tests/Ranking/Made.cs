namespace Beeper.Resolver.Tests.Ranking;

/// <summary>Invented contacts, accounts and people for ranking.</summary>
internal static class Made
{
    public static Account WhatsApp { get; } = new("whatsapp-1", "whatsapp") { User = new NetworkUser("@me:whatsapp") { PhoneNumber = "+12015550100", Email = "ines@example.com" } };

    public static Account Telegram { get; } = new("telegram-1", "telegram");

    public static Account Slack { get; } = new("slack-1", "slack");

    public static Account LinkedIn { get; } = new("linkedin-1", "linkedin");

    public static ContactIdentifier Phone(string value, string? label = null, string? network = null, int sources = 1, string region = "GB", bool international = true, bool valid = true, PhoneType? type = null) =>
        Given(new Identifier(IdentifierKind.Phone, value, network), sources, label) is var given
            ? given with
            {
                Occurrences = [given.Occurrences[0] with { Region = region, Valid = valid, International = international, Type = type ?? PhoneType.Mobile }],
            }
            : given;

    public static ContactIdentifier Email(string value, int sources = 1) => Given(new Identifier(IdentifierKind.Email, value), sources, null);

    public static ContactIdentifier Handle(string value, string network) => Given(new Identifier(IdentifierKind.Username, value, network), 1, null);

    public static ContactIdentifier Id(string value, string network) => Given(new Identifier(IdentifierKind.UserId, value, network), 1, null);

    public static Contact Contact(string name, params ContactIdentifier[] identifiers) => Of(name, null, null, identifiers);

    public static Contact Of(string name, string? nickname, string? organization, params ContactIdentifier[] identifiers) => new()
    {
        Key = $"{name}|{string.Join('|', identifiers.Select(static one => one.Identifier.Value))}",
        Name = name,
        Records =
        [
            new NormalizedRecord { Location = new SourceLocation("book.csv", 1, 2), Name = name, Nickname = nickname, Organization = organization, Identifiers = [.. identifiers.SelectMany(static one => one.Occurrences)] },
        ],
        Identifiers = identifiers,
    };

    /// <summary>An address book large and ordinary enough to know which words are names.</summary>
    public static IReadOnlyList<Contact> Book(int size = 400)
    {
        string[] given = ["Anna", "Peter", "Maria", "Thomas", "Ines", "Hugo", "Clara", "Oskar", "Nora", "Felix", "Paula", "Emil", "Ida", "Karl", "Lena", "Otto", "Ruth", "Simon", "Tilda", "Viktor"];
        string[] family = ["Berg", "Quill", "Okafor", "Vance", "Brandt", "Duarte", "Lind", "Moreau", "Novak", "Petrov", "Rossi", "Sato", "Tanner", "Ullman", "Voss", "Weber", "Xavier", "Young", "Zeller", "Adler"];
        return [.. Enumerable.Range(0, size).Select(n => Contact($"{given[n % given.Length]} {family[n / given.Length % family.Length]}"))];
    }

    private static ContactIdentifier Given(Identifier identifier, int sources, string? label) =>
        new(identifier, [new RecordIdentifier(identifier, identifier.Value) { Label = label }], sources);
}
