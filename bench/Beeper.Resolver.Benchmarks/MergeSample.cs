using System.Globalization;
using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// Normalised records as three address books of one owner give them: six in ten people stand in two books, each row with two or three
/// identifiers, families on one landline, and one switchboard. The same seed gives the same records.
/// </summary>
internal static class MergeSample
{
    private static readonly string[] Sources = ["google.csv", "outlook.csv", "crm.csv"];

    public static NormalizedRecord[] Make(int count, int switchboard)
    {
        var random = new Random(11);
        var (given, family) = (Words(random, 2000), Words(random, 40_000));
        var rows = new List<NormalizedRecord>[] { [], [], [] };
        for (var (made, person) = (0, 0); made < count; person++)
        {
            var name = $"{given[Skewed(random, given.Length)]} {family[Skewed(random, family.Length)]}";
            var mobile = Phone($"+49151{20_000_000 + person}", PhoneType.Mobile);
            var landline = Phone($"+4930{2_000_000 + (person / 3)}", PhoneType.FixedLine);
            var mail = Email($"{name.Replace(' ', '.').ToLowerInvariant()}{person}@example.org");
            var first = random.Next(3);
            for (var book = 0; book < (random.NextDouble() < 0.6 ? 2 : 1) && made < count; book++, made++)
            {
                var source = (first + book) % 3;
                var identifiers = new List<RecordIdentifier> { book == 0 ? mobile : random.NextDouble() < 0.5 ? mobile : mail, random.NextDouble() < 0.3 ? landline : mail };
                if (made < switchboard)
                    identifiers.Add(Phone("+493023125001", PhoneType.FixedLine));
                rows[source].Add(new NormalizedRecord
                {
                    Location = new SourceLocation(Sources[source], rows[source].Count + 1, rows[source].Count + 2),
                    Name = random.NextDouble() < 0.1 ? name[..name.IndexOf(' ', StringComparison.Ordinal)] : name,
                    Organization = random.NextDouble() < 0.3 ? family[person % 500] : null,
                    Identifiers = [.. identifiers.DistinctBy(static one => one.Identifier)],
                });
            }
        }
        return [.. rows[2], .. rows[0], .. rows[1]];
    }

    /// <summary>What an earlier merge of the same records left.</summary>
    public static KnownContact[] Known(NormalizedRecord[] records) =>
        [.. new ContactMerger().Merge(records, []).Select(static contact => new KnownContact(contact.Key, contact.Name, [.. contact.Identifiers.Select(static given => given.Identifier)]))];

    private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 2));

    private static string[] Words(Random random, int count)
    {
        const string consonants = "bdfghklmnprstvw";
        const string vowels = "aeiou";
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            var syllables = Enumerable.Range(0, random.Next(2, 4)).Select(_ => $"{consonants[random.Next(consonants.Length)]}{vowels[random.Next(vowels.Length)]}");
            var word = string.Concat(syllables) + consonants[random.Next(consonants.Length)];
            words.Add(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word));
        }
        return [.. words];
    }

    private static RecordIdentifier Phone(string value, PhoneType type) => new(new Identifier(IdentifierKind.Phone, value), value) { Type = type, Valid = true };

    private static RecordIdentifier Email(string value) => new(new Identifier(IdentifierKind.Email, value), value);
}
