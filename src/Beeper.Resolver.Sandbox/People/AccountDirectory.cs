namespace Beeper.Resolver.Sandbox.People;

/// <summary>The people of one account, indexed as its network resolves them.</summary>
internal sealed class AccountDirectory
{
    private readonly Dictionary<string, Person> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _byPhone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Person> _byUsername;
    private readonly List<Person> _contacts = [];

    public AccountDirectory(SandboxAccount account, IEnumerable<Person> people)
    {
        Account = account;
        Rules = NetworkRules.Of(account.NetworkKey);
        _byUsername = new Dictionary<string, Person>(Rules.CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (var person in people)
        {
            _byId.Add(person.Id, person);
            if (!string.IsNullOrEmpty(person.PhoneNumber))
                _byPhone.TryAdd(PhoneForms.Canonical(person.PhoneNumber, Rules.PhoneVariants), person);
            if (!string.IsNullOrEmpty(person.Email))
                _byEmail.TryAdd(person.Email, person);
            if (!string.IsNullOrEmpty(person.Username))
                _byUsername.TryAdd(person.Username.TrimStart('@'), person);
            if (person.InContacts)
                _contacts.Add(person);
        }
    }

    public SandboxAccount Account { get; }

    public NetworkRules Rules { get; }

    /// <summary>The contact list, in the order of the population.</summary>
    public IReadOnlyList<Person> Contacts => _contacts;

    public Person? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The person a start's user names, in the order id, phone, e-mail, handle; a full name alone names nobody.</summary>
    public Person? Resolve(string? id, string? phone, string? email, string? username) =>
        By("id", id, Rules.Starts) ?? By("phone", phone, Rules.Starts) ?? By("email", email, Rules.Starts) ?? By("username", username, Rules.Starts);

    /// <summary>The people a search text leads to: contacts by a word of the name, anybody by an exact identifier the network looks up.</summary>
    public IEnumerable<Person> Search(string query)
    {
        var found = new List<Person>();
        foreach (var kind in (ReadOnlySpan<string>)["id", "phone", "email", "username"])
        {
            if (By(kind, query, Rules.Searches) is { } person)
                found.Add(person);
        }
        found.AddRange(_contacts.Where(person => Mentions(person, query)));
        return found.Distinct();
    }

    private static bool Mentions(Person person, string query) =>
        (person.FullName?.Contains(query, StringComparison.OrdinalIgnoreCase) ?? false)
        || (person.Username?.TrimStart('@').Equals(query.TrimStart('@'), StringComparison.OrdinalIgnoreCase) ?? false)
        || (person.Email?.Equals(query, StringComparison.OrdinalIgnoreCase) ?? false)
        || (person.PhoneNumber is { } phone && PhoneForms.Plain(phone) == PhoneForms.Plain(query));

    private Person? By(string kind, string? value, string allowed) => string.IsNullOrEmpty(value) || !allowed.Split(' ').Contains(kind) ? null : kind switch
    {
        "id" => _byId.GetValueOrDefault(value),
        "phone" => ByPhone(value),
        "email" => _byEmail.GetValueOrDefault(value.Trim()),
        _ => _byUsername.GetValueOrDefault(Rules.CaseSensitive ? value : value.TrimStart('@')),
    };

    private Person? ByPhone(string value) =>
        PhoneForms.Plain(value) is ['+', .., _]
        && _byPhone.TryGetValue(PhoneForms.Canonical(value, Rules.PhoneVariants), out var person)
        && (!Rules.PhonesOfContactsOnly || person.InContacts || person.Chat is not null) ? person : null;
}
