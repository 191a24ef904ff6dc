namespace Beeper.Resolver.Benchmarks;

/// <summary>Seeded invented people for the benchmarks of e-mails, handles, names and records. The numbers are of ranges reserved for fiction.</summary>
internal static class SampleIdentities
{
    private const int Seed = 20261123;

    private static readonly string[] Given =
    [
        "Harriet", "Milo", "Ines", "Robert", "Katherine", "Alexander", "Sofia", "Jonas", "Aisha", "Daniel", "Marta", "Oliver", "Priya", "Tomasz", "Elena", "Lucas", "Fatima", "Noah", "Ingrid", "Pavel",
    ];

    private static readonly string[] Family =
    [
        "Quill", "Duarte", "Featherstone", "Nowak", "Okafor", "Bergstrom", "Petrov", "Yildiz", "Moreau", "Castellano", "Lindqvist", "Hartmann", "Oyelaran", "Sanderson", "Vandermeer", "Kowalczyk",
    ];

    private static readonly string[] OtherScripts =
    [
        "Jürgen Groß", "Иван Петров", "Сергей Щербаков", "Χρήστος Παπαδόπουλος", "김민준", "王小明", "محمد حسن", "Øystein Åsmund", "Małgorzata Żółć", "José Ñuñez 👑",
    ];

    private static readonly string[] Networks = ["telegram", "instagram", "twitter"];

    public static string[] Emails(int count)
    {
        var random = new Random(Seed);
        return Make(count, index =>
        {
            var (given, family) = (One(random, Given), One(random, Family));
            var address = $"{given.ToLowerInvariant()}.{family.ToLowerInvariant()}{random.Next(100)}@{(random.Next(3) == 0 ? "gmail.com" : $"mail{random.Next(50)}.example.com")}";
            return (index % 50) switch
            {
                0 => $"{given} {family} <{address}>",
                1 => $"mailto:{address}?subject=Hello",
                2 => $"{given}@bücher.example",
                3 => $"\"{family}, {given}\" <{address}>",
                4 => $"{given} {family}",
                5 or 6 or 7 => address.ToUpperInvariant(),
                _ => address,
            };
        });
    }

    public static (string Text, string Network)[] Handles(int count)
    {
        var random = new Random(Seed);
        return Make(count, index => ($"{(index % 3 == 0 ? "@" : "")}{One(random, Given)}{(index % 2 == 0 ? "_" : "")}{One(random, Family)[..4]}{random.Next(10)}", Networks[index % 3]));
    }

    public static string[] Addresses(int count)
    {
        var random = new Random(Seed);
        string[] starts = ["https://t.me/", "https://www.instagram.com/", "https://x.com/", "https://www.linkedin.com/in/", "https://www.facebook.com/", "https://quill.example.org/people/"];
        return Make(count, index => $"{starts[index % starts.Length]}{One(random, Given)}{One(random, Family)}");
    }

    public static string[] Names(int count, bool mixed)
    {
        var random = new Random(Seed);
        return Make(count, index => mixed && index % 4 == 0 ? One(random, OtherScripts)
            : (index % 20) switch
            {
                0 => $"{One(random, Family)}, {One(random, Given)}",
                1 => $"Dr. {One(random, Given)} {One(random, Family)}",
                2 => $"{One(random, Given)} {One(random, Given)[0]}. {One(random, Family)}",
                _ => $"{One(random, Given)} {One(random, Family)}",
            });
    }

    public static (string Left, string Right)[] NamePairs(int count)
    {
        var random = new Random(Seed);
        return Make(count, index =>
        {
            var (given, family) = (One(random, Given), One(random, Family));
            var name = $"{given} {family}";
            return (index % 10) switch
            {
                0 => (name, $"{family}, {given}"),
                1 => (name, $"{given[0]}. {family}"),
                2 => (name, $"{One(random, Given)} {family}"),
                3 => (name, $"{One(random, Given)} {One(random, Family)}"),
                4 => (name, given),
                5 => ($"Robert {family}", $"Bob {family}"),
                6 => (name, $"{given} {One(random, Given)} {family}"),
                _ => (name, name),
            };
        });
    }

    public static SourceRecord[] Records(int count)
    {
        var random = new Random(Seed);
        var emails = Emails(count);
        var names = Names(count, mixed: true);
        return Make(count, index => new SourceRecord
        {
            Location = new SourceLocation("sample.csv", index + 1, index + 2),
            Name = new SourceName { Full = names[index] },
            Values =
            [
                new SourceValue(SourceValueKind.Phone, Phone(random), "Phone 1 - Value") { Label = "mobile" },
                new SourceValue(SourceValueKind.Phone, Phone(random), "Phone 2 - Value") { Label = "work" },
                new SourceValue(SourceValueKind.Email, emails[index], "E-mail 1 - Value") { Label = "home" },
            ],
        });
    }

    private static string Phone(Random random) => random.Next(50) switch
    {
        0 => "n/a",
        < 15 => $"({random.Next(2, 10)}12) 555-01{random.Next(100):00}",
        < 25 => $"+1212555{random.Next(100, 200):0000}",
        < 35 => $"+1 415-555-01{random.Next(100):00}",
        < 43 => $"+44 7700 900{random.Next(1000):000}",
        _ => $"+49 30 23125{random.Next(1000):000}",
    };

    private static string One(Random random, string[] list) => list[random.Next(list.Length)];

    private static T[] Make<T>(int count, Func<int, T> make)
    {
        var made = new T[count];
        for (var index = 0; index < count; index++)
            made[index] = make(index);
        return made;
    }
}
