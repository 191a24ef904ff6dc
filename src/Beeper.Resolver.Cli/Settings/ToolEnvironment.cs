namespace Beeper.Resolver.Cli.Settings;

/// <summary>Environment variables and the directories the tool keeps its files in.</summary>
/// <param name="variables">Reads one variable.</param>
internal sealed class ToolEnvironment(Func<string, string?> variables)
{
    private const string Name = "beeper-resolver";

    /// <summary>The directory of the store, after the XDG base directory rules where they apply.</summary>
    public string StateDirectory => Path.Combine(Directory("XDG_STATE_HOME", Environment.SpecialFolder.LocalApplicationData, ".local/state"), Name);

    /// <summary>The directory of the config file.</summary>
    public string ConfigDirectory => Path.Combine(Directory("XDG_CONFIG_HOME", Environment.SpecialFolder.ApplicationData, ".config"), Name);

    /// <summary>The environment of this process.</summary>
    public static ToolEnvironment OfProcess() => new(Environment.GetEnvironmentVariable);

    /// <summary>A variable, or null where it is absent or empty.</summary>
    public string? Variable(string name) => variables(name) is { Length: > 0 } value ? value : null;

    private string Directory(string variable, Environment.SpecialFolder elsewhere, string belowHome)
    {
        if (Variable(variable) is { } configured && Path.IsPathRooted(configured))
            return configured;
        return OperatingSystem.IsLinux()
            ? Path.Combine(Variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), belowHome)
            : Environment.GetFolderPath(elsewhere);
    }
}
