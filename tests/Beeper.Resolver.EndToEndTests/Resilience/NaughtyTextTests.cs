using System.Text;
using System.Text.Json;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Sandbox.People;
using Beeper.Resolver.Storage;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Names that attack a terminal, a parser or a spreadsheet stay texts in all that the tool shows and keeps.</summary>
public sealed class NaughtyTextTests : IDisposable
{
    private readonly ToolSession _tool = new();

    [Fact]
    public void There_are_texts_of_every_class()
    {
        Assert.True(NaughtyTexts.All.Count >= 200, $"only {NaughtyTexts.All.Count} texts");
        Assert.Equal(NaughtyTexts.All.Count, NaughtyTexts.All.Distinct(StringComparer.Ordinal).Count() + 2);
        foreach (var sequence in NaughtyTexts.All.Where(static text => text.Contains('\e') || text.Contains('\u009b')))
            Assert.NotEmpty(VtParser.Foreign(sequence));
        Assert.Empty(VtParser.Foreign("plain \e[1;32mgreen\e[0m \e[38;5;12mblue\e[0m\r\n\e[2K\e[1A\e[?25l\e[?25h 👩‍👩‍👧"));
    }

    [Fact]
    public async Task Naughty_names_stay_texts_on_a_terminal()
    {
        await using var server = await ServerAsync();
        var csv = WriteBook();
        string[] common = ["--base-url", server.BaseUrl.ToString(), "--store", _tool.Store];
        foreach (var arguments in (string[][])[["import", csv, "--region", "US", "--store", _tool.Store], ["plan", "--explain", .. common, "--pace", "off", "--yes"], ["resolve", .. common, "--pace", "off", "--yes", "--verbose"], ["accounts", .. common]])
        {
            var shown = await OnTerminalAsync(server, arguments);
            Assert.Contains("\e[", shown + "\e[", StringComparison.Ordinal);
            Assert.Empty(VtParser.Foreign(shown));
        }
        foreach (var name in (string[])["\e[5;7m", "[red]markup[/]"])
            Assert.Empty(VtParser.Foreign(await OnTerminalAsync(server, ["show", name, "--store", _tool.Store])));
        Assert.Empty(VtParser.Foreign(await OnTerminalAsync(server, ["no-such-\e[5;7m-command"])));
    }

    [Fact]
    public async Task Naughty_names_stay_texts_in_the_log_in_JSON_and_in_the_store()
    {
        await using var server = await ServerAsync();
        _tool.Use(server);
        var import = await _tool.RunAsync(["import", WriteBook(), "--region", "US", "--store", _tool.Store, "--verbose"]);
        Assert.Empty(VtParser.Foreign(import.Out + import.Error));
        var run = await _tool.RunAsync(["resolve", "--store", _tool.Store, "--pace", "off", "--yes", "--jsonl", "--verbose"]);
        Assert.True(run.ExitCode is 0 or 7, import.Error + run.Error);
        Assert.Empty(VtParser.Foreign(run.Error));
        Assert.Empty(VtParser.Foreign(run.Out));
        using var store = ResolutionStore.OpenReadOnly(_tool.Store);
        Assert.Empty(store.Check());
        var source = Assert.Single(store.Sources.All());
        Assert.Equal(source.RowsRead, source.Imported + source.Rejected);
        Assert.InRange(source.Imported, NaughtyTexts.All.Count * 9 / 10, NaughtyTexts.All.Count);
        // What JSON says is what the store says, character by character.
        var names = store.Contacts.Load().ToDictionary(static one => one.Contact.Key, static one => one.Contact.Name, StringComparer.Ordinal);
        Assert.Equal(names.Count, run.Lines.Select(static line => line.GetProperty("contact").GetProperty("key").GetString()).Distinct().Count());
        foreach (var line in run.Lines)
        {
            ResultSchema.AssertValid(line);
            Assert.Equal(names[line.GetProperty("contact").GetProperty("key").GetString()!], line.GetProperty("contact").GetProperty("name").GetString());
        }
        await _tool.RunAsync(["export", _tool.Folder["all.json"], "--store", _tool.Store]);
        var exported = JsonDocument.Parse(await File.ReadAllTextAsync(_tool.Folder["all.json"], TestContext.Current.CancellationToken)).RootElement.GetProperty("results");
        Assert.All(exported.EnumerateArray(), line => Assert.Equal(names[line.GetProperty("contact").GetProperty("key").GetString()!], line.GetProperty("contact").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Naughty_names_come_back_from_a_CSV_export_as_they_were()
    {
        await _tool.RunAsync(["import", WriteBook(), "--region", "US", "--store", _tool.Store]);
        Assert.Equal(0, (await _tool.RunAsync(["export", _tool.Folder["contacts.csv"], "--store", _tool.Store])).ExitCode);
        var again = await _tool.RunAsync(["import", _tool.Folder["contacts.csv"], "--region", "US", "--store", _tool.Folder["again.db"]]);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(NamesByPhone(_tool.Store), NamesByPhone(_tool.Folder["again.db"]));
        // A phone number in its normal form is a number to any spreadsheet, and is left as it is.
        foreach (var cell in Csv.Cells(await File.ReadAllTextAsync(_tool.Folder["contacts.csv"], TestContext.Current.CancellationToken)).Where(static cell => !cell.StartsWith('+') || cell.AsSpan(1).ContainsAnyExceptInRange('0', '9')))
            Assert.DoesNotMatch("^\\s*[=+\\-@＝＋－＠\\t\\r\\0]", cell);
    }

    public void Dispose() => _tool.Dispose();

    private static List<(string Phone, string Name)> NamesByPhone(string path)
    {
        using var store = ResolutionStore.OpenReadOnly(path);
        return [.. store.Contacts.Load().Select(static one => (one.Contact.Identifiers[0].Identifier.Value, one.Contact.Name)).Order()];
    }

    // The server knows the same people, under the same names, and fails with words of the same kind.
    private static async Task<SandboxServer> ServerAsync()
    {
        var people = NaughtyTexts.All.Select(static (name, number) => Some.Person(Some.WhatsApp, Crowd.Id(number), name, Crowd.Phone(number))).ToArray();
        var error = new FaultEffect { Status = 400, Body = JsonSerializer.SerializeToElement(new { message = "no \e[5;7m\u202E\u009b5m", code = "BAD\e[5;7m_REQUEST" }) };
        var account = Some.Account(Some.WhatsApp, "whatsapp", "Whats\e[5;7mApp");
        return await SandboxServer.StartAsync(new SandboxOptions { Population = new Population([account], people), Faults = [Fault(StartRoute, error, every: 17)] }, TestContext.Current.CancellationToken);
    }

    private string WriteBook()
    {
        var csv = "Full Name,Phone\n" + string.Concat(NaughtyTexts.All.Select(static (name, number) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{Crowd.Phone(number)}\n"));
        // Half a surrogate pair has no form in UTF-8; it becomes the replacement character.
        File.WriteAllBytes(_tool.Folder["naughty.csv"], Encoding.UTF8.GetBytes(csv));
        return _tool.Folder["naughty.csv"];
    }

    private static async Task<string> OnTerminalAsync(SandboxServer server, string[] arguments)
    {
        var command = string.Join(' ', ToolProcess.Command(arguments).Select(static argument => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        using var terminal = ToolProcess.Start(["script", "-qec", command, "/dev/null"], ("NO_COLOR", ""), ("TERM", "xterm-256color"), ("BEEPER_ACCESS_TOKEN", server.Token));
        return (await terminal.EndAsync()).Output;
    }
}
