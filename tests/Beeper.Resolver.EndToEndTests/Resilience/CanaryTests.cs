using System.Text;
using System.Text.Json.Nodes;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Sandbox.People;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>The token and the people of an address book do not turn up where they do not belong; texts that attack a terminal, a spreadsheet or a parser stay texts.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Token = "canary-token-5b1c9e";

    private static readonly string[] Naughty =
    [
        "\u001b[2J\u001b[31mred\u001b[0m", "\u001b]0;title\u0007", "\u001b]8;;http://example.com\u0007link", "\u009b31m", "bell\u0007", "back\b\b\bspace", "carriage\rreturn", "del\u007f",
        "\u202Ertl override", "\u2066isolate\u2069", "\u200Fmark", "zero\u200Bwidth", "\uFEFFbom", "line\u2028separator", "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", " =1+1", "＝1+1", "=cmd|' /C calc'!A0",
        "\"quoted\"", "comma, inside", "semi;colon", "'; drop table op; --", "<script>alert(1)</script>", "${jndi:ldap://example.com}", "%s%n%x", "{firstName}", "\\u001b[31m", "null", "true", "NaN", "../../etc/passwd",
        "Ω≈ç√∫˜µ≤≥÷", "田中さん", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 flag", "👩‍👩‍👧 family", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "a\u0300\u0301\u0302\u0303", new string('x', 5000),
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_token_is_in_no_output_file_or_command_line()
    {
        await using var world = await CrashWorld.CreateAsync(6, null, Fault(StartRoute, new FaultEffect { Status = 500 }, nth: 2), Fault(StartRoute, new FaultEffect { Status = 401 }, nth: 5));
        using var process = ToolProcess.Start(ToolProcess.Command(world.Resolve("--verbose")));
        var seen = new StringBuilder();
        while (!process.HasExited)
        {
            foreach (var file in new[] { $"/proc/{process.Id}/cmdline" }.Where(File.Exists))
                seen.Append(ReadQuietly(file));
        }
        var run = await process.EndAsync();
        var token = world.Server.Token;
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("beeper-resolver", seen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(token, seen + run.Output + run.Errors, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(world.Folder).Where(file => file != world.TokenFile), file => Assert.DoesNotContain(token, Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_among_the_arguments_is_refused_and_not_repeated()
    {
        var run = await ToolProcess.RunAsync(["accounts", "--token", Token]);
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain(Token, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_file_that_others_may_read_is_refused()
    {
        var file = _folder.Write("token", Token);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var run = await ToolProcess.RunAsync(["accounts", "--token-file", file, "--base-url", "http://127.0.0.1:9"]);
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain(Token, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_wrong_is_told_without_the_people()
    {
        await using var world = await CrashWorld.CreateAsync(8, null, Fault(StartRoute, new FaultEffect { Status = 500 }, nth: 2), Fault(StartRoute, new FaultEffect { Garbage = true }, nth: 4), Fault(StartRoute, new FaultEffect { Status = 403 }, nth: 9));
        string[] arguments = [.. world.Resolve("--verbose").Where(static argument => argument is not "--message-text" && !argument.StartsWith("Hello", StringComparison.Ordinal))];
        var run = await ToolProcess.RunAsync(arguments);
        for (var number = 0; number < 8; number++)
        {
            Assert.DoesNotContain(Crowd.Phone(number), run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain(Crowd.Name(number), run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Naughty_names_stay_texts_on_the_terminal_in_JSON_in_CSV_and_in_the_store()
    {
        var people = Naughty.Select(static (name, index) => Some.Person(Some.WhatsApp, Crowd.Id(index), name, Crowd.Phone(index))).ToArray();
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Population = new Population([Some.Account(Some.WhatsApp, "whatsapp")], people) }, TestContext.Current.CancellationToken);
        var csv = _folder.Write("contacts.csv", "Full Name,Phone\n" + string.Concat(Naughty.Select(static (name, index) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{Crowd.Phone(index)}\n")));
        string[] common = ["--base-url", server.BaseUrl.ToString(), "--store", _folder["resolver.db"]];
        var text = await ToolProcess.RunAsync(["plan", csv, .. common, "--region", "US", "--pace", "off", "--yes"], ("BEEPER_ACCESS_TOKEN", server.Token));
        AssertHarmless(text.Output + text.Errors);
        var lines = await ToolProcess.RunAsync(["resolve", .. common, "--region", "US", "--pace", "off", "--yes", "--jsonl"], ("BEEPER_ACCESS_TOKEN", server.Token));
        AssertHarmless(lines.Errors);
        Assert.All(lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), static line => Assert.NotNull(JsonNode.Parse(line)!["contact"]));
        Assert.InRange(lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, Naughty.Length / 2, Naughty.Length);
        foreach (var name in new[] { "=1+1", "'; drop table op; --", "\u001b[2J\u001b[31mred\u001b[0m" })
            AssertHarmless((await ToolProcess.RunAsync(["show", name, "--store", _folder["resolver.db"]])) is var shown ? shown.Output + shown.Errors : "");
        Assert.Equal(0, (await ToolProcess.RunAsync(["export", _folder["chats.csv"], "--store", _folder["resolver.db"]])).ExitCode);
        // A phone number in its normal form is a number to any spreadsheet, and is left as it is.
        foreach (var cell in Cells(await File.ReadAllTextAsync(_folder["chats.csv"], TestContext.Current.CancellationToken)).Where(static cell => !cell.StartsWith('+') || cell.AsSpan(1).ContainsAnyExceptInRange('0', '9')))
            Assert.DoesNotMatch("^\\s*[=+\\-@＝＋－＠\\t\\r\\0]", cell);
        Assert.Equal(0, (await ToolProcess.RunAsync(["store", "check", "--store", _folder["resolver.db"]])).ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    // Nothing a terminal would obey: no control characters but line ends, no C1, nothing that reorders text.
    private static void AssertHarmless(string text) => Assert.DoesNotContain(text, static c =>
        (c < ' ' && c is not ('\n' or '\r')) || c is '\u007f' or (>= '\u0080' and <= '\u009f') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u2028' or '\u2029');

    private static IEnumerable<string> Cells(string csv)
    {
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var c in csv)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or '\n')
            {
                yield return cell.ToString().TrimEnd('\r');
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }
    }

    private static string ReadQuietly(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
