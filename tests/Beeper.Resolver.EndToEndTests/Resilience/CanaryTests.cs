using System.Text;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Sandbox.People;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>The token and the people of an address book do not turn up where they do not belong.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Token = "canary-token-5b1c9e";

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

    [Theory]
    [InlineData("canary-token-5b1c9e\nand more")]
    [InlineData("canary-token-5b1c9e\u0007")]
    [InlineData("canary token-5b1c9e")]
    public async Task A_token_that_no_header_could_carry_is_refused_and_not_repeated(string text)
    {
        var file = _folder.Write("token", text);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var run in (ToolRun[])[await ToolProcess.RunAsync(["accounts", "--token-file", file, "--base-url", "http://127.0.0.1:9"]), await ToolProcess.RunAsync(["accounts", "--base-url", "http://127.0.0.1:9"], ("BEEPER_ACCESS_TOKEN", text))])
        {
            Assert.Equal(2, run.ExitCode);
            Assert.DoesNotContain("5b1c9e", run.Output + run.Errors, StringComparison.Ordinal);
        }
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
    public async Task No_command_shows_the_token_or_logs_the_people()
    {
        var people = Crowd.People(6);
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Population = new Population([Some.Account(Some.WhatsApp, "whatsapp", "WhatsApp")], [.. people, Some.Person(Some.WhatsApp, Crowd.Id(7), Crowd.Name(7), Crowd.Phone(7))]),
                Token = Token,
                Faults = [Fault(StartRoute, new FaultEffect { Status = 500 }, nth: 2), Fault(StartRoute, new FaultEffect { Garbage = true }, nth: 4), Fault("/v1/chats", new FaultEffect { Status = 503 }, nth: 1, method: "GET")],
            },
            TestContext.Current.CancellationToken);
        using var tool = new ToolSession();
        tool.Use(server);
        var csv = tool.Folder.Write("contacts.csv", Crowd.Csv(6) + $"{Crowd.Name(6)},12\nOdd,\"unclosed\n");
        string[] at = ["--store", tool.Store];
        string[][] commands =
        [
            ["normalize", csv], ["import", csv, "--region", "US", .. at], ["plan", .. at, "--pace", "off"], ["plan", .. at, "--explain", "--offline"], ["resolve", .. at, "--pace", "off", "--yes"], ["resolve", .. at, "--pace", "off", "--yes", "--refresh", "--jsonl"],
            ["status", .. at], ["show", Crowd.Name(1), .. at], ["show", "nobody", .. at], ["export", tool.Folder["chats.csv"], .. at], ["reconcile", .. at], ["accounts", .. at], ["doctor", .. at], ["merge", Crowd.Name(0), Crowd.Name(1), .. at],
            ["keep-apart", Crowd.Name(2), Crowd.Name(3), .. at], ["start", "--account", "whatsapp", "--phone", Crowd.Phone(7), "--name", Crowd.Name(7), .. at], ["start", "--account", "whatsapp", "--phone", "12", .. at],
            ["create", "--account", "whatsapp", "--type", "single", "--participant", Crowd.Id(5), .. at], ["store", "check", .. at], ["store", "backup", tool.Folder["copy.db"], .. at], ["store", "migrate", .. at], ["store", "salvage", tool.Folder["saved.db"], .. at], ["store", "purge", "--yes", .. at],
            ["sandbox", "--population", tool.Folder["missing.json"]], ["accounts", "--token", Token], ["resolve", "--no-such-option", Crowd.Phone(1)],
        ];
        foreach (var command in commands)
        {
            var run = await tool.RunAsync([.. command, "--verbose"]);
            Assert.DoesNotContain(Token, run.Out + run.Error, StringComparison.Ordinal);
            // What the user has just typed may be repeated.
            for (var number = 0; number < 8; number++)
                Assert.All(new[] { Crowd.Name(number), Crowd.Phone(number), Crowd.Phone(number)[2..] }.Where(text => !command.Any(word => word.Contains(text, StringComparison.Ordinal))), text => Assert.False(run.Error.Contains(text, StringComparison.Ordinal), $"{command[0]} logs a person"));
        }
        Assert.All(Directory.GetFiles(tool.Folder.Path, "*", SearchOption.AllDirectories), static file => Assert.DoesNotContain(Token, Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
        // Every command there is was among them.
        var help = (await tool.RunAsync("--help")).Out;
        var names = help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1).TakeWhile(static line => line.StartsWith("  ", StringComparison.Ordinal)).Where(static line => line[2] != ' ').Select(static line => line.Trim().Split(' ')[0]).ToList();
        Assert.True(names.Count >= 15, help);
        Assert.Empty(names.Except(commands.Select(static command => command[0])));
    }

    public void Dispose() => _folder.Dispose();

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
