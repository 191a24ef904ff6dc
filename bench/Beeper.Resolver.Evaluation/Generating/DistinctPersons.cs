namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>
/// Makes sure that no two people were written alike: rows of different people that say the same name and the same values could be told
/// apart by nobody, and what a merge does with them would measure the generator.
/// </summary>
internal static class DistinctPersons
{
    /// <summary>Gives every row that says the same as another person's row a value of its person's own, then asserts that none is left.</summary>
    public static void Enforce(List<BookRow>[] books, IReadOnlyList<MadePerson> people, PhoneFactory phones)
    {
        var owner = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in books.SelectMany(static book => book))
        {
            if (owner.TryAdd(Says(row), row.PersonId) || owner[Says(row)] == row.PersonId)
                continue;
            var person = people[row.PersonId];
            row.Mobile = person.Mobile ??= phones.Mobile(person.Region);
            row.Truth.Add(row.Mobile);
            owner.TryAdd(Says(row), row.PersonId);
        }
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in books.SelectMany(static book => book))
        {
            if (!seen.TryAdd(Says(row), row.PersonId) && seen[Says(row)] != row.PersonId)
                throw new InvalidOperationException("Two people were written alike.");
        }
    }

    // What a row says of the person: any field may be the one that tells two people apart.
    private static string Says(BookRow row) =>
        string.Join('|', [row.Name.ToUpperInvariant(), row.Company, .. row.Truth.Order(StringComparer.OrdinalIgnoreCase)]);
}
