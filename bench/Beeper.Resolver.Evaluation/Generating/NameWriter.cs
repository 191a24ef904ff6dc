namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>Writes a person's name as it gets into address books: whole, shortened, mistyped, in Latin letters, as a nickname, or not at all.</summary>
internal sealed class NameWriter(Draw draw)
{
    public void Write(MadePerson person, BookRow row, bool formal)
    {
        var latin = person.Given.Name.HasScript && draw.Chance(formal ? 0.6 : 0.15);
        var family = !person.OtherFamily.IsEmpty && draw.Chance(0.3) ? person.OtherFamily : person.Family;
        row.Given = person.Given.Name.In(latin);
        row.Family = person.SecondFamily.IsEmpty || draw.Chance(0.4) ? family.In(latin) : $"{family.In(latin)} {person.SecondFamily.In(latin)}";
        row.Suffix = person.Generation.Length > 0 && draw.Chance(0.6) ? person.Generation : "";
        if (formal)
            Dress(person, row);
        else
            Shorten(person, row, latin);
        if (draw.Chance(0.05) && row.Family.Length > 4 && !person.Given.Name.HasScript)
            row.Family = Mistyped(row.Family);
        if (draw.Chance(0.03))
            (row.Given, row.Family) = (Cased(row.Given), Cased(row.Family));
        if (draw.Chance(0.005))
            (row.Given, row.Family) = (Mojibake(row.Given), Mojibake(row.Family));
    }

    private void Dress(MadePerson person, BookRow row)
    {
        if (draw.Chance(0.06))
            row.Prefix = draw.Chance(0.5) ? "Dr." : person.Female ? "Ms." : "Mr.";
        if (person.Middle.Length > 0 && draw.Chance(0.3))
            row.Middle = draw.Chance(0.5) ? person.Middle : $"{person.Middle[0]}.";
        if (draw.Chance(0.02))
            row.Given = $"{row.Given[0]}.";
    }

    private void Shorten(MadePerson person, BookRow row, bool latin)
    {
        switch (draw.Weighted([66, 12, 8, 4, 5, 2, 3]))
        {
            case 1 when !person.Nickname.IsEmpty:
                row.Given = person.Nickname.In(latin);
                break;
            case 2:
                row.Given = $"{row.Family}, {row.Given}";
                row.Family = "";
                break;
            case 3:
                row.Family = row.Suffix = "";
                break;
            case 4:
                if (draw.Chance(0.5))
                    row.Family = $"{row.Family[0]}.";
                else
                    row.Given = $"{row.Given[0]}.";
                break;
            case 5:
                row.Given = row.Family = row.Suffix = "";
                break;
            case 6:
                row.Prefix = draw.Chance(0.5) ? "Dr." : person.Female ? "Frau" : "Herr";
                break;
        }
    }

    private string Mistyped(string text)
    {
        var letters = text.ToCharArray();
        var at = 1 + draw.Below(letters.Length - 2);
        switch (draw.Below(3))
        {
            case 0:
                (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                return new string(letters);
            case 1:
                return text.Remove(at, 1);
            default:
                return text.Insert(at, text[at].ToString());
        }
    }

    private string Cased(string text) => draw.Chance(0.5) ? text.ToUpperInvariant() : text.ToLowerInvariant();

    // UTF-8 read as Windows-1252 somewhere on the way; Latin-1 is close enough for letters.
    private static string Mojibake(string text) => System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Replace('\u00AD', ' ').Replace('\u0085', ' ');
}
