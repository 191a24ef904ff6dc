using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// A Google export of any size, the same bytes for the same number of rows: 50 columns, names of several scripts, labels with their primary marks,
/// one to three phones (some with two numbers in a cell), up to two addresses, profiles, and notes with line breaks in a quarter of the rows.
/// Numbers lie in ranges reserved for fiction.
/// </summary>
internal static class GoogleContactsFile
{
    private const string Header = "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
        + "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,E-mail 3 - Label,E-mail 3 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Phone 3 - Label,Phone 3 - Value,"
        + "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Relation 1 - Label,Relation 1 - Value,"
        + "Website 1 - Label,Website 1 - Value,Website 2 - Label,Website 2 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value,Custom Field 2 - Label,Custom Field 2 - Value";

    private static readonly string[] Given = ["Harriet", "Milo", "Oonagh", "Théo", "Jürgen", "Begoña", "Ирина", "太郎", "Ada", "Priya", "Zoë", "Marcus", "Svein", "Leela", "Renée", "Tobias"];
    private static readonly string[] Family = ["Quill", "Fairweather", "Marchetti", "Weißhaupt", "Oñate", "Лапина", "山田", "Okonkwo", "Nandakumar", "Albrecht", "Heimdal", "Achterberg", "Caron", "Lind", "Sen", "Ripley"];
    private static readonly string[] Labels = ["Mobile", "* Mobile", "Home", "Work", "Main", "Other", "Home Fax", "WhatsApp", ""];

    /// <summary>The columns a resolver reads, as CsvHelper's index has them.</summary>
    public static IReadOnlyList<int> ReadColumns { get; } = [0, 2, 10, 17, 18, 19, 20, 23, 24, 25, 26, 36, 41, 47];

    /// <summary>Writes a file and gives its length.</summary>
    public static long Write(string path, int rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        file.Write(Header);
        file.Write('\n');
        var row = new StringBuilder();
        for (var index = 0; index < rows; index++)
        {
            Append(row.Clear(), index);
            file.Write(row);
        }
        file.Flush();
        return file.BaseStream.Length;
    }

    private static void Append(StringBuilder row, int index)
    {
        // A fixed mixing of the row's number stands for chance.
        var mix = (uint)index * 2654435761u;
        int Pick(int choices, int shift) => (int)((mix >> shift) % (uint)choices);
        var given = Given[Pick(Given.Length, 3)];
        var family = Family[Pick(Family.Length, 9)];
        row.Append(CultureInfo.InvariantCulture, $"{given},,{family},,,,,,,,{(Pick(4, 5) == 0 ? "\"Quill & Sons, Ltd.\"" : "")},,,,");
        if (Pick(4, 7) == 0)
            row.Append(CultureInfo.InvariantCulture, $"\"Met at the regatta, \"\"Blue\"\" team {index}\nPrefers text\"");
        row.Append(CultureInfo.InvariantCulture, $",https://photos.example.com/p/{index}=s100,* myContacts,");
        row.Append(CultureInfo.InvariantCulture, $"* Home,person{index}@example.com,");
        row.Append(Pick(3, 11) == 0 ? string.Create(CultureInfo.InvariantCulture, $"Work,p{index}@example.org,,,") : ",,,,");
        row.Append(CultureInfo.InvariantCulture, $"{Labels[Pick(Labels.Length, 13)]},{Phone(index)},");
        row.Append(Pick(2, 15) == 0 ? string.Create(CultureInfo.InvariantCulture, $"Work,{(Pick(5, 17) == 0 ? $"{Phone(index + 1)} ::: {Phone(index + 2)}" : Phone(index + 3))},,,") : ",,,,");
        row.Append(Pick(3, 19) == 0 ? "Home,,12 Mill Lane,New York,,NY,10001,US,,,," : ",,,,,,,,,,,");
        row.Append(Pick(6, 21) == 0 ? string.Create(CultureInfo.InvariantCulture, $"Profile,https://x.com/person{index},,,,,") : ",,,,,,");
        row.Append(Pick(8, 23) == 0 ? string.Create(CultureInfo.InvariantCulture, $"Telegram,@person{index},,\n") : ",,,\n");
    }

    private static string Phone(int index) => (index % 4) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"+1 {201 + (index % 700)}-555-01{index / 700 % 100:00}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"({201 + (index % 700)}) 555-01{index / 700 % 100:00}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"+44 7700 900{index / 4 % 1000:000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"020 7946 0{index / 4 % 1000:000}"),
    };
}
