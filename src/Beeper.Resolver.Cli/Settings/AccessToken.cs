using System.Diagnostics;

namespace Beeper.Resolver.Cli.Settings;

/// <summary>
/// Finds the access token: a file or standard input named on the command line, the environment, then the config's command or file. Never an
/// argument, which every program on the machine could read.
/// </summary>
internal static class AccessToken
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The token, or null where none is configured.</summary>
    /// <exception cref="UsageException">A file or command cannot be used.</exception>
    public static string? Find(string? tokenFile, bool fromInput, Tool tool, ConfigFile config)
    {
        if (fromInput)
            return ReadInput(tool);
        if (tokenFile is not null)
            return ReadFile(tokenFile);
        if (tool.Environment.Variable("BEEPER_ACCESS_TOKEN") is { } variable)
            return Checked(variable.Trim(), "The variable BEEPER_ACCESS_TOKEN");
        if (config.TokenCommand is [var program, ..])
            return Run(program, config.TokenCommand.Skip(1));
        return config.TokenFile is { } configured ? ReadFile(configured) : null;
    }

    private static string ReadInput(Tool tool)
    {
        using var reader = new StreamReader(tool.Terminal.Input);
        return reader.ReadLine() is { } line && line.Trim() is { Length: > 0 } token ? Checked(token, "Standard input") : throw new UsageException("Standard input holds no token. Write it on the first line.");
    }

    private static string ReadFile(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new UsageException($"{path} is a directory. Name the file that holds the token.");
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != UnixFileMode.None)
                throw new UsageException($"The token file {path} can be read by others. Run: chmod 600 {path}");
            return File.ReadAllText(path).Trim() is { Length: > 0 } token ? Checked(token, $"The token file {path}") : throw new UsageException($"The token file {path} is empty.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The token file {path} cannot be read. Check the path and its permissions.", error);
        }
    }

    // A header cannot carry anything else, and would fail with a message about the connection, or with the token in it.
    private static string Checked(string token, string origin) => token.AsSpan().ContainsAnyExceptInRange('!', '~')
        ? throw new UsageException($"{origin} holds more than a token: spaces, a second line or special characters. It must hold the token and nothing else.")
        : token;

    private static string Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }) ?? throw new UsageException($"The token command {program} did not start.");
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new UsageException($"The token command {program} gave no token within {Patience.TotalSeconds:0} s.");
            }
            return process.ExitCode == 0 && output.GetAwaiter().GetResult().Trim() is { Length: > 0 } token ? Checked(token, $"The token command {program}") : throw new UsageException($"The token command {program} ended with {process.ExitCode} and no token.");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new UsageException($"The token command {program} cannot be run. Check tokenCommand in the config file.", error);
        }
    }
}
