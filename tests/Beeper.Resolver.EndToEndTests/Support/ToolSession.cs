using System.Text;
using Beeper.Resolver.Cli;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>Runs the tool in this process, with a home folder of its own.</summary>
public sealed class ToolSession : IDisposable
{
    private readonly Dictionary<string, string> _variables;

    public ToolSession()
    {
        _variables = new(StringComparer.Ordinal) { ["HOME"] = Folder.Path, ["XDG_STATE_HOME"] = Folder["state"], ["XDG_CONFIG_HOME"] = Folder["config"] };
    }

    public TemporaryFolder Folder { get; } = new();

    /// <summary>The store the session uses when it names one.</summary>
    public string Store => Folder["store.db"];

    // Before the samples, which are found below it.
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The repository's sample files.</summary>
    public static string[] Samples { get; } = [.. new[] { "google.csv", "outlook.csv", "linkedin.csv" }.Select(static name => Path.Combine(RepositoryRoot, "data", "samples", name))];

    /// <summary>Sets an environment variable of the session.</summary>
    public void Set(string name, string value) => _variables[name] = value;

    /// <summary>Points the session at a running server.</summary>
    public void Use(SandboxServer server)
    {
        Set("BEEPER_BASE_URL", server.BaseUrl.ToString());
        Set("BEEPER_ACCESS_TOKEN", server.Token);
    }

    /// <summary>Runs a command line; the answers are what a person types when asked.</summary>
    public async Task<ToolResult> RunAsync(IEnumerable<string> arguments, params string[] answers)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var interruption = new Interruption();
        var typed = new Queue<string>(answers);
        var terminal = new Terminal(output, error, outIsTerminal: false, errorIsTerminal: false, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', answers))), () => typed.TryDequeue(out var answer) ? answer : null);
        var code = await new Application(terminal, new ToolEnvironment(name => _variables.GetValueOrDefault(name)), interruption).RunAsync([.. arguments]);
        Canary.Check(_variables.GetValueOrDefault("BEEPER_ACCESS_TOKEN"), arguments, output.ToString(), error.ToString());
        return new ToolResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command line of words without spaces.</summary>
    public Task<ToolResult> RunAsync(string commandLine) => RunAsync(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => Folder.Dispose();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Beeper.Resolver.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
