using System.CommandLine;
using System.CommandLine.Parsing;
using Beeper.Resolver.Cli.Commands;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Settings;

namespace Beeper.Resolver.Cli;

/// <summary>The tool: its commands, and the one place where an exception becomes an exit code and a sentence.</summary>
internal sealed class Application(Terminal terminal, ToolEnvironment environment, Interruption interruption)
{
    /// <summary>Carries out one command line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var common = new CommonOptions();
        // Handles begin with @, which would otherwise name a response file.
        var parsed = Root(common).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        terminal.Configure(quiet: parsed.GetValue(common.Quiet), verbose: parsed.GetValue(common.Verbose), noColor: parsed.GetValue(common.NoColor), environment);
        try
        {
            if (parsed.Errors.Count > 0)
                return Refuse(parsed);
            interruption.OnFirst = () => terminal.Note($"Stopping: nothing new is begun, what is in flight has {Interruption.Patience.TotalSeconds:0} s to end. Press Ctrl-C again to leave at once.");
            var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            terminal.Flush();
            return code;
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            terminal.Fail("Stopped. Everything that was finished is kept; run the same command again to go on.");
            return interruption.ExitCode.Value;
        }
        catch (OutputClosedException)
        {
            return ExitCode.Error;
        }
        catch (Exception error)
        {
            var failure = Failure.Of(error);
            failure.Show(terminal);
            if (parsed.GetValue(common.Verbose))
                terminal.Fail($"{error.GetType().FullName}{Environment.NewLine}{error.StackTrace}", multiline: true);
            return failure.ExitCode;
        }
    }

    private RootCommand Root(CommonOptions common)
    {
        var tool = new Tool(common, terminal, environment, interruption);
        var root = new RootCommand("Turn an address book into the right chats, through Beeper Desktop's local API.")
        {
            ResolveCommand.Create(tool),
            PlanCommand.Create(tool),
            ImportCommand.Create(tool),
            StatusCommand.Create(tool),
            ShowCommand.Create(tool),
            ExportCommand.Create(tool),
            ReconcileCommand.Create(tool),
            MergeCommand.Create(tool),
            KeepApartCommand.Create(tool),
            AccountsCommand.Create(tool),
            StartCommand.Create(tool),
            CreateCommand.Create(tool),
            NormalizeCommand.Create(tool),
            DoctorCommand.Create(tool),
            SandboxCommand.Create(tool),
            StoreCommand.Create(tool),
        };
        common.AddGlobalTo(root);
        HelpText.Apply(root, """
            beeper-resolver resolve contacts.csv --sandbox     try it on invented people, nothing leaves this machine
            beeper-resolver plan contacts.csv                  see every decision before anything is started
            beeper-resolver resolve contacts.csv               find and start the chats
            beeper-resolver export chats.csv                   contacts with their chat IDs
            """, ExitCode.Summary);
        return root;
    }

    private int Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            terminal.Fail(error.Message);
        var words = new Stack<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand and var command }; at = at.Parent)
            words.Push(command.Name);
        terminal.Fail($"Help: {string.Join(' ', ["beeper-resolver", .. words])} --help");
        return ExitCode.Usage;
    }
}
