namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>A kind of address book: its file format, how many people stand in it and how much it knows of each.</summary>
internal sealed record BookFormat(string File, double Share, Func<BookRow, string[]> Cells, params string[] Header)
{
    public bool IsFormal { get; init; }

    public bool NeedsEmployer { get; init; }

    public bool HasProfile { get; init; }

    public double Mobile { get; init; }

    public double Home { get; init; }

    public double Work { get; init; }

    public double Email { get; init; }

    public double WorkEmail { get; init; }

    public double Company { get; init; }

    public double Country { get; init; }

    public double Nickname { get; init; }

    public double Handles { get; init; }

    /// <summary>Lines before the header.</summary>
    public string Preamble { get; init; } = "";

    public static BookFormat Phone { get; } = new(
        "phone.csv",
        0.60,
        static row => [row.Name, row.Mobile, row.Home, row.Work, row.Email],
        "Name", "Mobile", "Home Phone", "Work Phone", "Email")
    {
        Mobile = 0.92, Home = 0.25, Work = 0.08, Email = 0.25,
    };

    public static BookFormat Google { get; } = new(
        "google.csv",
        0.50,
        static row =>
        [
            row.Given, row.Middle, row.Family, row.Prefix, row.Suffix, row.Nickname, row.Company, "* Home", row.Email, "Work", row.WorkEmail, "Mobile", row.Mobile, "Home", row.Home, "Work", row.Work,
            row.Country, "Telegram", row.Telegram.Length == 0 ? "" : $"https://t.me/{row.Telegram}",
        ],
        "First Name", "Middle Name", "Last Name", "Name Prefix", "Name Suffix", "Nickname", "Organization Name", "E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Label", "E-mail 2 - Value", "Phone 1 - Label",
        "Phone 1 - Value", "Phone 2 - Label", "Phone 2 - Value", "Phone 3 - Label", "Phone 3 - Value", "Address 1 - Country", "Website 1 - Label", "Website 1 - Value")
    {
        Mobile = 0.75, Home = 0.25, Work = 0.1, Email = 0.75, WorkEmail = 0.15, Company = 0.3, Country = 0.3, Nickname = 0.1, Handles = 0.5,
    };

    public static BookFormat Outlook { get; } = new(
        "outlook.csv",
        0.30,
        static row => [row.Given, row.Middle, row.Family, row.Prefix, row.Suffix, row.Email, row.WorkEmail, row.Home, row.Work, row.Mobile, row.Company, row.Country],
        "First Name", "Middle Name", "Last Name", "Title", "Suffix", "E-mail Address", "E-mail 2 Address", "Home Phone", "Business Phone", "Mobile Phone", "Company", "Home Country/Region")
    {
        IsFormal = true, Mobile = 0.6, Home = 0.2, Work = 0.5, Email = 0.4, WorkEmail = 0.65, Company = 0.6, Country = 0.5,
    };

    public static BookFormat LinkedIn { get; } = new(
        "linkedin.csv",
        0.25,
        static row => [row.Given, row.Family, row.Url, row.WorkEmail, row.Company, "", "05 Mar 2024"],
        "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
    {
        IsFormal = true, NeedsEmployer = true, HasProfile = true, WorkEmail = 0.05, Company = 0.95,
        Preamble = "Notes:\n\"When exporting your connection data, some of the email addresses may be missing.\"\n\n",
    };

    public static BookFormat Crm { get; } = new(
        "crm.csv",
        0.15,
        static row => [row.Prefix, row.Given, row.Family, row.Company, row.Country, row.Work, row.Mobile, row.WorkEmail],
        "Salutation", "First Name", "Last Name", "Account Name", "Mailing Country", "Phone", "Mobile", "Email")
    {
        IsFormal = true, NeedsEmployer = true, Mobile = 0.4, Work = 0.6, WorkEmail = 0.8, Company = 1, Country = 0.7,
    };

    public static IReadOnlyList<BookFormat> All { get; } = [Phone, Google, Outlook, LinkedIn, Crm];

    public void Write(string folder, IReadOnlyList<BookRow> rows)
    {
        using var writer = new StreamWriter(Path.Combine(folder, File));
        writer.NewLine = "\n";
        writer.Write(Preamble);
        writer.WriteLine(string.Join(',', Header));
        foreach (var row in rows)
            writer.WriteLine(string.Join(',', Cells(row).Select(Quoted)));
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
