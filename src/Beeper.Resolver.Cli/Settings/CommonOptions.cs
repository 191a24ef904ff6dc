using System.CommandLine;

namespace Beeper.Resolver.Cli.Settings;

/// <summary>The options that several commands take, each defined once.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Write one JSON document." };

    public Option<bool> JsonLines { get; } = new("--jsonl") { Description = "Write one JSON object per line while running." };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no remarks.", Recursive = true };

    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Say more, and where an error came from.", Recursive = true };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours (also by the variable NO_COLOR).", Recursive = true };

    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Answer yes to what would be asked." };

    public Option<string?> Token { get; } = Refused();

    public Option<string?> Store { get; } = new("--store") { Description = "The store file. Default: in your state directory.", HelpName = "PATH" };

    public Option<string?> BaseUrl { get; } = new("--base-url") { Description = "Address of Beeper Desktop's API. Default: port 23373 of this machine.", HelpName = "URL" };

    public Option<string?> TokenFile { get; } = new("--token-file") { Description = "A file that holds the access token, readable by you only.", HelpName = "F" };

    public Option<bool> TokenInput { get; } = new("--token-stdin") { Description = "Read the access token from standard input." };

    public Option<bool> Sandbox { get; } = new("--sandbox") { Description = "Use the embedded server and its invented people instead of Beeper." };

    public Option<string?> Population { get; } = new("--population") { Description = "The people of the embedded server; implies --sandbox.", HelpName = "FILE" };

    public Option<string?> Faults { get; } = new("--faults") { Description = "Fault rules of the embedded server; needs --sandbox.", HelpName = "FILE", Hidden = true };

    public Option<string[]> Account { get; } = new("--account", "-a") { Description = "Account ID, network name or a unique part of it; may be repeated. Default: all that are connected.", HelpName = "A", Arity = ArgumentArity.OneOrMore };

    public Option<string?> Region { get; } = new("--region") { Description = "Country of numbers without country code, such as US or DE, where the address book does not tell.", HelpName = "CC" };

    public Option<double?> Timeout { get; } = new("--timeout") { Description = "Seconds one start may take. Default: 60.", HelpName = "SECONDS" };

    /// <summary>Gives a command those that apply everywhere.</summary>
    public void AddGlobalTo(RootCommand root)
    {
        root.Add(Quiet);
        root.Add(Verbose);
        root.Add(NoColor);
        root.Add(Token);
    }

    /// <summary>Gives a command the options that lead to a server and its store.</summary>
    public void AddServerTo(Command command)
    {
        AddStoreTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[BaseUrl, TokenFile, TokenInput, Sandbox, Population, Faults])
            command.Add(option);
    }

    /// <summary>Gives a command the store's option.</summary>
    public void AddStoreTo(Command command) => command.Add(Store);

    // A token among the arguments can be read by every program on the machine.
    private static Option<string?> Refused()
    {
        var option = new Option<string?>("--token") { Hidden = true, Recursive = true };
        option.Validators.Add(static result => result.AddError("A token on the command line could be read by every program on this machine. Use --token-file F, --token-stdin or the variable BEEPER_ACCESS_TOKEN."));
        return option;
    }
}
