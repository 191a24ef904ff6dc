namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>How many contacts got their chats, how many chats are with the wrong person, and what it cost.</summary>
internal sealed class ResolutionQuality
{
    private readonly Bootstrap _counts;

    public ResolutionQuality(int persons, IReadOnlyList<JudgedContact> contacts)
    {
        Contacts = contacts;
        _counts = new Bootstrap(persons, 11);
        foreach (var contact in contacts)
            Count(contact);
    }

    public IReadOnlyList<JudgedContact> Contacts { get; }

    public IReadOnlyList<Measure> Measures =>
    [
        _counts.Measure("reachable contacts with their chat", static sums => sums[2] / sums[1]),
        _counts.Measure("wrong person among started chats", static sums => sums[4] / sums[3]),
        _counts.Measure("wrong person among all chats", static sums => sums[6] / sums[5]),
        _counts.Measure("precision of chats", static sums => 1 - (sums[6] / sums[5])),
        _counts.Measure("contacts held", static sums => sums[7] / sums[0]),
        _counts.Measure("reachable contacts held", static sums => sums[10] / sums[1]),
        _counts.Measure("requests per contact", static sums => sums[8] / sums[0]),
        _counts.Measure("requests per contact and account tried", static sums => sums[8] / sums[9]),
    ];

    /// <summary>The measures of a part of the contacts.</summary>
    public ResolutionQuality Slice(int persons, Func<JudgedContact, bool> of) => new(persons, [.. Contacts.Where(of)]);

    private void Count(JudgedContact contact)
    {
        var person = contact.PersonId;
        _counts.Add(person, 0, 1);
        _counts.Add(person, 1, contact.IsReachable ? 1 : 0);
        _counts.Add(person, 2, contact.IsReachable && contact.IsRight ? 1 : 0);
        _counts.Add(person, 3, contact.Chats.Count(static chat => chat.IsStart));
        _counts.Add(person, 4, contact.Chats.Count(static chat => chat is { IsStart: true, IsRight: false }));
        _counts.Add(person, 5, contact.Chats.Count);
        _counts.Add(person, 6, contact.Chats.Count(static chat => !chat.IsRight));
        _counts.Add(person, 7, contact.IsHeld ? 1 : 0);
        _counts.Add(person, 8, contact.Requests);
        _counts.Add(person, 9, contact.AccountsTried);
        _counts.Add(person, 10, contact is { IsReachable: true, IsHeld: true, IsRight: false } ? 1 : 0);
    }
}
