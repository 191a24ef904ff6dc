using Beeper.Resolver.Evaluation.Generating;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>Compares what a run did with the truth of its world.</summary>
internal sealed class Judge
{
    private readonly World _world;
    private readonly Dictionary<(string Account, string Identifier), Person> _people = [];
    private readonly HashSet<(IdentifierKind, string)> _shared = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);

    public Judge(World world, IReadOnlyList<ContactResult> results)
    {
        _world = world;
        foreach (var person in world.Population.People)
        {
            foreach (var identifier in (ReadOnlySpan<string?>)[person.PhoneNumber, person.Email, person.Username])
            {
                if (identifier is not null)
                    _people.TryAdd((person.AccountId, identifier.ToUpperInvariant()), person);
            }
        }
        foreach (var result in results)
            _names[result.Contact.Name] = _names.GetValueOrDefault(result.Contact.Name) + 1;
        var seen = new HashSet<(IdentifierKind, string)>();
        foreach (var given in results.SelectMany(static result => result.Contact.Identifiers).Select(static given => (given.Identifier.Kind, given.Identifier.Value)))
        {
            if (!seen.Add(given))
                _shared.Add(given);
        }
    }

    public JudgedContact Of(ContactResult result)
    {
        var contact = result.Contact;
        var person = contact.Records.GroupBy(record => _world.PersonOf(record.Location)).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key).First().Key;
        return new JudgedContact
        {
            PersonId = person,
            IsReachable = contact.Identifiers.Any(given => Reaches(given.Identifier, person)),
            Chats = [.. result.Resolutions.Select(resolution => Chat(resolution, person)).OfType<JudgedChat>()],
            IsHeld = result.Resolutions.Any(static one => one.Outcome == Outcome.Held) && !result.Resolutions.Any(static one => one.ChatId is not null),
            Requests = result.Resolutions.Sum(static one => one.Lookups + one.Starts),
            AccountsTried = result.Resolutions.Count(static one => one.Lookups + one.Starts > 0),
            Script = ScriptOf(contact.Name),
            HasShared = contact.Identifiers.Any(given => _shared.Contains((given.Identifier.Kind, given.Identifier.Value))),
            Sources = contact.Records.Select(static record => record.Location.Source).Distinct(StringComparer.Ordinal).Count(),
        };
    }

    /// <summary>Every resolution of a contact with the truth beside it.</summary>
    public IEnumerable<OutcomeLine> Lines(ContactResult result)
    {
        var judged = Of(result);
        foreach (var resolution in result.Resolutions)
        {
            if (resolution.Account is not { } account)
                continue;
            yield return new OutcomeLine
            {
                Contact = result.Contact.Key,
                Name = result.Contact.Name,
                Network = account.Network,
                Kind = resolution.Identifier is { } identifier ? IdentifierKindNames.Of(identifier.Kind) : null,
                Decision = resolution.Decision.ToString(),
                Outcome = resolution.Outcome?.ToString(),
                Via = resolution.Via?.ToString(),
                Score = resolution.Score,
                IdentifierReaches = resolution.Identifier is { } tried ? Find(account.Id, tried) is { } reached && _world.Owners[(account.Id, reached.Id)] == judged.PersonId : null,
                IsReachable = judged.IsReachable,
                IsRight = resolution.User is { } user && _world.Owners.TryGetValue((account.Id, user.Id), out var owner) ? owner == judged.PersonId : null,
                Shown = resolution.User?.FullName,
                Mobiles = result.Contact.Identifiers.Count(static one => one.Identifier.Kind == IdentifierKind.Phone && one.Occurrences.Any(static o => o.Type == PhoneType.Mobile || o.Label == "mobile")),
                Books = judged.Sources,
                Namesakes = _names.GetValueOrDefault(result.Contact.Name),
                Evidence = resolution.Evidence,
            };
        }
    }

    private JudgedChat? Chat(Resolution resolution, int person)
    {
        if (resolution.Account is not { } account)
            return null;
        if (resolution.Outcome == Outcome.Resolved)
            return new JudgedChat(resolution.Via is ResolvedVia.Start, Owner(account.Id, resolution) == person, resolution.Score ?? 0);
        if (resolution is { Outcome: null, Decision: Decision.Start, Identifier: { } identifier } && Find(account.Id, identifier) is { } reached)
            return new JudgedChat(true, _world.Owners[(account.Id, reached.Id)] == person, resolution.Score ?? 0);
        return null;
    }

    // The person behind a chat: the participant the answer names, else whoever has the identifier that was used.
    private int? Owner(string account, Resolution resolution)
    {
        if (resolution.User is { } user && _world.Owners.TryGetValue((account, user.Id), out var owner))
            return owner;
        return resolution.Identifier is { } identifier && Find(account, identifier) is { } reached ? _world.Owners[(account, reached.Id)] : null;
    }

    private Person? Find(string account, Identifier identifier) => _people.GetValueOrDefault((account, identifier.Value.ToUpperInvariant()));

    private bool Reaches(Identifier identifier, int person)
    {
        foreach (var account in _world.Population.Accounts)
        {
            var network = account.Bridge!.Type.Replace("go", "", StringComparison.Ordinal);
            if (identifier.Network is not null && identifier.Network != network)
                continue;
            if (network == "linkedin" || (identifier.Kind == IdentifierKind.Email) != (network == "slack"))
                continue;
            // Telegram looks for numbers in the account's own list only.
            if (network == "telegram" && identifier.Kind == IdentifierKind.Phone && Find(account.AccountId, identifier) is { InContacts: false, Chat: null })
                continue;
            if (Find(account.AccountId, identifier) is { } reached && _world.Owners[(account.AccountId, reached.Id)] == person && (!reached.CannotMessage || reached.Chat is not null))
                return true;
        }
        return false;
    }

    private static string ScriptOf(string name)
    {
        foreach (var c in name)
        {
            if (c >= '\u0370' && char.IsLetter(c))
                return c switch { < '\u0400' => "Greek", < '\u0530' => "Cyrillic", >= '\u0600' and < '\u0700' => "Arabic", >= '\uAC00' and < '\uD7B0' => "Hangul", >= '\u3040' and < '\uA000' => "Han and Kana", _ => "Latin" };
        }
        return NameFolder.Fold(name).Tokens.Count == 0 ? "no name" : "Latin";
    }
}
