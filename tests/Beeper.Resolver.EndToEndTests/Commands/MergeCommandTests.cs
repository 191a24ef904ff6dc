using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class MergeCommandTests : IDisposable
{
    private const string Header = "Name,Mobile,Email\n";
    private const string First = "Harriet Quill,+4915228817386,hattie@example.org\n";
    private const string Second = "Hattie Q,,hq@example.com\n";

    // In a book of three nobody's name is rare, and a common name suggests nothing.
    private static readonly string Others = string.Concat(Enumerable.Range(0, 40).Select(static number => $"Given{(char)('a' + (number % 20))}{(char)('a' + (number / 20))} Family{(char)('b' + (number % 20))}{(char)('c' + (number / 20))},,p{number}@example.com\n"));

    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Merged_contacts_stay_one_when_the_book_is_imported_again_with_changes()
    {
        await ImportAsync(Header + First + Second);
        var (first, second) = (await KeyAsync("hattie@example.org"), await KeyAsync("hq@example.com"));
        Assert.NotEqual(first, second);
        Assert.Equal(0, (await _tool.RunAsync(["merge", first, second, "--store", _tool.Store])).ExitCode);
        Assert.Equal(await KeyAsync("hattie@example.org"), await KeyAsync("hq@example.com"));
        await ImportAsync(Header + "Milo Quill,,milo@example.org\n" + First + "Hattie Q,+447700900142,hq@example.com\n");
        Assert.Equal(await KeyAsync("hattie@example.org"), await KeyAsync("+447700900142"));
    }

    [Fact]
    public async Task A_row_taken_out_of_a_contact_stays_out()
    {
        await ImportAsync(Header + First + "Harriet Quill,+4915228817386,other@example.org\n");
        var both = await KeyAsync("hattie@example.org");
        Assert.Equal(both, await KeyAsync("other@example.org"));
        Assert.Equal(0, (await _tool.RunAsync(["keep-apart", both, "book.csv:3", "--store", _tool.Store])).ExitCode);
        Assert.NotEqual(await KeyAsync("hattie@example.org"), await KeyAsync("other@example.org"));
        await ImportAsync(Header + "Harriet Quill,+4915228817386,other@example.org\n" + First);
        Assert.NotEqual(await KeyAsync("hattie@example.org"), await KeyAsync("other@example.org"));
    }

    [Fact]
    public async Task Keeping_apart_undoes_a_merge_and_merging_undoes_keeping_apart()
    {
        await ImportAsync(Header + First + Second);
        var (first, second) = (await KeyAsync("hattie@example.org"), await KeyAsync("hq@example.com"));
        await _tool.RunAsync(["merge", first, second, "--store", _tool.Store]);
        Assert.Equal(0, (await _tool.RunAsync(["keep-apart", "book.csv:2", "book.csv:3", "--store", _tool.Store])).ExitCode);
        Assert.Equal([first, second], [await KeyAsync("hattie@example.org"), await KeyAsync("hq@example.com")]);
        await _tool.RunAsync(["merge", first, second, "--store", _tool.Store]);
        Assert.Equal(await KeyAsync("hattie@example.org"), await KeyAsync("hq@example.com"));
    }

    [Fact]
    public async Task The_document_names_the_contact_and_its_rows()
    {
        await ImportAsync(Header + First + Second);
        var result = await _tool.RunAsync(["merge", "Harriet Quill", "Hattie Q", "--store", _tool.Store, "--json"]);
        var contact = Assert.Single(result.Document.GetProperty("contacts").EnumerateArray().ToList());
        Assert.Equal([2, 3], contact.GetProperty("records").EnumerateArray().Select(static record => record.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Show_says_why_rows_are_one_contact()
    {
        await ImportAsync(Header + First + "Quill Harriet,+4915228817386,\n");
        Assert.Contains("the same full name and the same phone", (await _tool.RunAsync(["show", "Harriet Quill", "--store", _tool.Store])).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_contact_cannot_be_merged_with_itself_or_kept_from_itself()
    {
        await ImportAsync(Header + First + Second);
        Assert.Equal(2, (await _tool.RunAsync(["merge", "Harriet Quill", "hattie@example.org", "--store", _tool.Store])).ExitCode);
        Assert.Equal(2, (await _tool.RunAsync(["keep-apart", "Harriet Quill", "hattie@example.org", "--store", _tool.Store])).ExitCode);
        Assert.Equal(2, (await _tool.RunAsync(["merge", "Harriet Quill", "--store", _tool.Store])).ExitCode);
    }

    [Fact]
    public async Task A_selector_that_matches_nobody_is_said_to()
    {
        await ImportAsync(Header + First + Second);
        Assert.Equal(5, (await _tool.RunAsync(["merge", "Harriet Quill", "Nobody Here", "--store", _tool.Store])).ExitCode);
    }

    [Fact]
    public async Task Merge_without_contacts_lists_who_may_be_one_person_with_how_often_that_is_right()
    {
        await ImportAsync(Header + First + Others);
        await ImportAsync(Header + "Harriet Quill,,quill@example.com\n", "other.csv");
        var result = await _tool.RunAsync(["merge", "--store", _tool.Store]);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches("the same full name in different address books.*right in about [0-9]+ of 100", result.Out);
        Assert.Contains("beeper-resolver merge", (await _tool.RunAsync(["status", "--store", _tool.Store])).Out, StringComparison.Ordinal);
        Assert.Contains("of 100", (await _tool.RunAsync(["show", "quill@example.com", "--store", _tool.Store])).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_as_a_document_has_probability_reason_and_evidence()
    {
        await ImportAsync(Header + First + Others);
        await ImportAsync(Header + "Harriet Quill,,quill@example.com\n", "other.csv");
        var document = (await _tool.RunAsync(["merge", "--store", _tool.Store, "--json"])).Document;
        var suggestion = Assert.Single(document.GetProperty("suggestions").EnumerateArray().ToList());
        Assert.InRange(suggestion.GetProperty("probability").GetDouble(), 0.01, 0.99);
        Assert.Equal("same_name", suggestion.GetProperty("reason").GetString());
        Assert.Equal(["Harriet Quill", "Harriet Quill"], suggestion.GetProperty("contacts").EnumerateArray().Select(static contact => contact.GetProperty("name").GetString()));
        Assert.Equal(1, document.GetProperty("total").GetInt32());
        Assert.Equal(1, (await _tool.RunAsync(["status", "--store", _tool.Store, "--json"])).Document.GetProperty("mergeSuggestions").GetInt32());
        Assert.Equal(1, (await _tool.RunAsync(["show", "quill@example.com", "--store", _tool.Store, "--json"])).Document.GetProperty("suggestions").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_to_suggest_is_said_so()
    {
        await ImportAsync(Header + First + Second);
        Assert.Contains("No contacts look as if", (await _tool.RunAsync(["merge", "--store", _tool.Store])).Out, StringComparison.Ordinal);
    }

    private async Task ImportAsync(string book, string name = "book.csv")
    {
        await File.WriteAllTextAsync(_tool.Folder[name], book, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await _tool.RunAsync(["import", _tool.Folder[name], "--store", _tool.Store])).ExitCode);
    }

    private async Task<string> KeyAsync(string selector) =>
        (await _tool.RunAsync(["show", selector, "--store", _tool.Store])).Out.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();
}
