using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>A made world: people, their address-book rows, the networks, and the truth about both.</summary>
internal sealed class World
{
    private World(IReadOnlyList<MadePerson> people, List<BookRow>[] books, Population population, Dictionary<(string Account, string User), int> owners)
    {
        People = people;
        Books = books;
        Population = population;
        Owners = owners;
    }

    public const string HomeRegion = "DE";

    public IReadOnlyList<MadePerson> People { get; }

    public List<BookRow>[] Books { get; }

    public Population Population { get; }

    /// <summary>The person behind each account and user ID; strangers have negative numbers.</summary>
    public IReadOnlyDictionary<(string Account, string User), int> Owners { get; }

    public int Rows => Books.Sum(static book => book.Count);

    /// <summary>Makes the world of a seed; people, books and networks draw independently of each other.</summary>
    public static World Make(int people, int seed)
    {
        var made = new PeopleMaker(new Draw(seed), HomeRegion).Make(people);
        var books = new BookMaker(new Draw(seed + 1_000_003), HomeRegion).Make(made);
        DistinctPersons.Enforce(books, made, new PhoneFactory(new Draw(seed + 2_000_003)));
        var accounts = new AccountMaker(new Draw(seed + 3_000_017));
        return new World(made, books, accounts.Make(made), accounts.Owners);
    }

    /// <summary>The person a row of a book is about.</summary>
    public int PersonOf(SourceLocation location) => RowOf(location).PersonId;

    /// <summary>The row as it was written.</summary>
    public BookRow RowOf(SourceLocation location)
    {
        for (var book = 0; book < Books.Length; book++)
        {
            if (BookFormat.All[book].File == location.Source)
                return Books[book][location.Record - 1];
        }
        throw new ArgumentException($"No book is named {location.Source}.", nameof(location));
    }

    public void Write(string folder)
    {
        for (var book = 0; book < Books.Length; book++)
            BookFormat.All[book].Write(folder, Books[book]);
    }
}
