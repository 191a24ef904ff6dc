using System.Diagnostics;
using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>The real tool in a process of its own, which can be killed, traced and limited.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly string StateHome = Directory.CreateTempSubdirectory("beeper-resolver-state-").FullName;

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private readonly string? _token;

    private ToolProcess(Process process, string? token)
    {
        (_process, _token) = (process, token);
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The tool's assembly, built beside the tests.</summary>
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "beeper-resolver.dll");

    /// <summary>The command line that runs the tool.</summary>
    public static string[] Command(params IEnumerable<string> arguments) => [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Assembly, .. arguments];

    public static ToolProcess Start(IReadOnlyList<string> command, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["NO_COLOR"] = "1";
        // The store of whoever runs the tests is not touched.
        start.Environment["XDG_STATE_HOME"] = StateHome;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new ToolProcess(process, start.Environment.TryGetValue("BEEPER_ACCESS_TOKEN", out var token) ? token : TokenIn(command));
    }

    /// <summary>Runs the tool to its end.</summary>
    public static async Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, params (string Name, string Value)[] variables)
    {
        using var process = Start(Command(arguments), variables);
        return await process.EndAsync();
    }

    /// <summary>Kills it, and waits until it is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task<ToolRun> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var run = new ToolRun(_process.ExitCode, await _output, await _errors);
        Canary.Check(_token, _process.StartInfo.ArgumentList, run.Output, run.Errors);
        return run;
    }

    private static string? TokenIn(IReadOnlyList<string> command) =>
        command.SkipWhile(static word => word != "--token-file").Skip(1).FirstOrDefault() is { } file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
