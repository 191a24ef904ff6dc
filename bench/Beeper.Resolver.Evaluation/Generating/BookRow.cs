namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>A row of a book before it is written in the book's format.</summary>
internal sealed class BookRow
{
    public required int PersonId { get; init; }

    public string Prefix { get; set; } = "";

    public string Given { get; set; } = "";

    public string Middle { get; set; } = "";

    public string Family { get; set; } = "";

    public string Suffix { get; set; } = "";

    public string Nickname { get; set; } = "";

    public string Company { get; set; } = "";

    public string Country { get; set; } = "";

    public string Mobile { get; set; } = "";

    public string Home { get; set; } = "";

    public string Work { get; set; } = "";

    public string Email { get; set; } = "";

    public string WorkEmail { get; set; } = "";

    public string Url { get; set; } = "";

    public string Telegram { get; set; } = "";

    /// <summary>The true values behind the written ones, for telling distinct persons apart.</summary>
    public List<string> Truth { get; } = [];

    public string Name => string.Join(' ', new[] { Given, Middle, Family, Suffix }.Where(static part => part.Length > 0));
}
