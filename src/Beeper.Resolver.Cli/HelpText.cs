using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Beeper.Resolver.Cli;

/// <summary>Help that begins with examples, because they are what people look for, and ends with the exit codes.</summary>
internal static class HelpText
{
    /// <summary>Gives a command its examples and exit codes.</summary>
    /// <param name="command">The command.</param>
    /// <param name="examples">One example a line, with what it does behind it.</param>
    /// <param name="exitCodes">The codes that matter for the command; null for none.</param>
    public static void Apply(Command command, string examples, string? exitCodes = null)
    {
        var option = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (option is null)
            command.Add(option = new HelpOption());
        option.Action = new ExamplesFirst(examples, exitCodes, (SynchronousCommandLineAction)option.Action!);
    }

    private sealed class ExamplesFirst(string examples, string? exitCodes, SynchronousCommandLineAction rest) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in examples.Split('\n'))
                output.WriteLine($"  {line}");
            output.WriteLine();
            var code = rest.Invoke(parseResult);
            if (exitCodes is not null)
                output.WriteLine($"Exit codes:\n  {exitCodes}\n");
            return code;
        }
    }
}
