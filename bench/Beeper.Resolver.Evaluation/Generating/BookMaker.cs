namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>Decides which books a person stands in and what each book knows of them. A row written before a number changed has the old one.</summary>
internal sealed class BookMaker(Draw draw, string homeRegion)
{
    private readonly NameWriter _names = new(draw);
    private readonly PhoneWriter _phones = new(draw, homeRegion);

    /// <summary>The rows of each book, in the order of <see cref="BookFormat.All"/>, shuffled.</summary>
    public List<BookRow>[] Make(IReadOnlyList<MadePerson> people)
    {
        var books = BookFormat.All.Select(static _ => new List<BookRow>()).ToArray();
        foreach (var person in people)
        {
            var any = false;
            for (var book = 0; book < books.Length; book++)
            {
                if (!draw.Chance(BookFormat.All[book].Share) && (any || book < books.Length - 1))
                    continue;
                if (Row(person, BookFormat.All[book]) is not { } row)
                    continue;
                any = true;
                books[book].Add(row);
                if (draw.Chance(0.03) && Row(person, BookFormat.All[book]) is { } again)
                    books[book].Add(again);
            }
            if (!any && Row(person, BookFormat.Phone) is { } last)
                books[0].Add(last);
        }
        foreach (var book in books)
            draw.Shuffle(book);
        return books;
    }

    private BookRow? Row(MadePerson person, BookFormat format)
    {
        if (format.NeedsEmployer && person.Employer is null)
            return null;
        var row = new BookRow { PersonId = person.Id };
        _names.Write(person, row, format.IsFormal);
        if (draw.Chance(format.Country))
            row.Country = person.Region;
        if (draw.Chance(format.Company))
            row.Company = person.Employer?.Name ?? "";
        if (draw.Chance(format.Nickname))
            row.Nickname = person.Nickname.Native;
        row.Mobile = Phone(row, CurrentOrOld(person), format.Mobile);
        row.Home = Phone(row, person.Landline, format.Home);
        row.Work = Phone(row, draw.Chance(0.6) ? person.WorkPhone ?? person.Employer?.Switchboard : person.Employer?.Switchboard, format.Work);
        row.Email = Mail(row, person.FamilyEmail is not null && draw.Chance(0.4) ? person.FamilyEmail : person.Email, format.Email);
        row.WorkEmail = Mail(row, draw.Chance(0.04) ? person.Employer?.SharedMailbox : person.WorkEmail, format.WorkEmail);
        if (format.HasProfile)
            row.Url = Kept(row, $"https://www.linkedin.com/in/{person.LinkedIn}");
        if (person.Telegram is not null && draw.Chance(format.Handles))
            row.Telegram = Kept(row, person.Telegram);
        if (row.Truth.Count == 0 && (person.Mobile ?? person.Email) is { } only)
        {
            if (only == person.Mobile)
                row.Mobile = Phone(row, only, 1);
            else
                row.Email = Mail(row, only, 1);
        }
        return row.Truth.Count == 0 && row.Name.Length == 0 ? null : row;
    }

    private string? CurrentOrOld(MadePerson person) => person.OldMobile is not null && draw.Chance(0.45) ? person.OldMobile : person.Mobile;

    private string Phone(BookRow row, string? number, double chance)
    {
        if (number is null || !draw.Chance(chance))
            return "";
        row.Truth.Add(number);
        return _phones.Write(number, row.Country.Length > 0);
    }

    private string Mail(BookRow row, string? address, double chance)
    {
        if (address is null || !draw.Chance(chance))
            return "";
        row.Truth.Add(address);
        if (draw.Chance(0.01))
            return address.Replace("example", "exmaple", StringComparison.Ordinal);
        return draw.Chance(0.1) ? char.ToUpperInvariant(address[0]) + address[1..] : address;
    }

    private static string Kept(BookRow row, string value)
    {
        row.Truth.Add(value);
        return value;
    }
}
