using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Connections;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>sandbox</c>: run the embedded server alone, for any client.</summary>
internal static class SandboxCommand
{
    public static Command Create(Tool tool)
    {
        var port = new Option<int>("--port") { Description = "TCP port on this machine. Default: a free one.", HelpName = "N" };
        var dialect = new Option<string>("--dialect") { Description = "The form of start it speaks. Default: start.", HelpName = "create|mode|start", DefaultValueFactory = static _ => "start" };
        dialect.AcceptOnlyFromAmong("create", "mode", "start");
        var journal = new Option<string?>("--journal") { Description = "A file to which every request is appended.", HelpName = "F" };
        var faults = new Option<string?>("--faults") { Description = "Fault rules.", HelpName = "FILE" };
        var state = new Option<string?>("--state") { Description = "A file that remembers the chats made, for the next server.", HelpName = "F" };
        var tokenFile = new Option<string?>("--token-file") { Description = "The token to accept; the file is made with a random token where it is missing.", HelpName = "F" };
        var common = tool.Common;
        var command = new Command("sandbox", "Run the embedded server: Beeper Desktop's API over invented people, on this machine only.") { port, common.Population, dialect, faults, tokenFile, journal, state, common.Json };
        HelpText.Apply(command, """
            beeper-resolver sandbox                           prints its address, a token and the variables to set
            beeper-resolver sandbox --population people.json --dialect mode --port 23373
            beeper-resolver sandbox --faults faults.json --journal requests.jsonl
            """);
        command.SetAction(async (parsed, _) =>
        {
            if (parsed.GetValue(port) is < 0 or > 65535)
                throw new UsageException("--port takes a number from 0 to 65535.");
            var options = new SandboxOptions
            {
                Port = parsed.GetValue(port),
                Population = DesktopConnection.SandboxPopulation(new ResolvedSettings(parsed, tool)),
                Dialect = Enum.Parse<SandboxDialect>(parsed.GetValue(dialect)!, ignoreCase: true),
                FaultsFile = parsed.GetValue(faults),
                JournalFile = parsed.GetValue(journal),
                StateFile = parsed.GetValue(state),
                Token = parsed.GetValue(tokenFile) is { } file ? SandboxToken.ReadOrMake(file) : null,
            };
            return await RunAsync(tool, options, parsed.GetValue(common.Json));
        });
        return command;
    }

    private static async Task<int> RunAsync(Tool tool, SandboxOptions options, bool json)
    {
        var stop = tool.Interruption.Signal.Claiming;
        SandboxServer server;
        try
        {
            server = await SandboxServer.StartAsync(options, stop);
        }
        catch (IOException error)
        {
            throw new UsageException($"Port {options.Port} is taken. Name another with --port, or leave it out for a free one.", error);
        }
        await using var running = server;
        var address = server.BaseUrl.ToString().TrimEnd('/');
        if (json)
        {
            tool.Terminal.Line(JsonSerializer.Serialize(new { baseUrl = address, token = server.Token }, ResolverJson.Options));
        }
        else
        {
            tool.Terminal.Line($"Listening on {address}, dialect {options.Dialect.ToString().ToLowerInvariant()}, {options.Population?.Accounts.Count ?? 0} accounts, {options.Population?.People.Count ?? 0} people. Ctrl-C ends it.");
            tool.Terminal.Line();
            tool.Terminal.Line($"export BEEPER_BASE_URL={address}");
            tool.Terminal.Line($"export BEEPER_DESKTOP_BASE_URL={address}");
            tool.Terminal.Line($"export BEEPER_ACCESS_TOKEN={server.Token}");
            tool.Terminal.Line();
            tool.Terminal.Line($"A token that only reads: {server.ReadOnlyToken}");
            tool.Terminal.Line($"What it received: {address}/_sandbox/journal and {address}/_sandbox/counters");
        }
        tool.Terminal.Flush();
        tool.Interruption.OnFirst = null;
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how a server is ended.
        }
        return ExitCode.Finished;
    }
}
