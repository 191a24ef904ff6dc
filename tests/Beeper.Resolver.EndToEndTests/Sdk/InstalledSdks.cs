using System.Diagnostics;
using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Sdk;

/// <summary>
/// The official client's versions, each installed once per test run into a folder of its own, from where this machine's npm finds packages.
/// Without Node the tests skip, or fail where <c>BEEPER_RESOLVER_REQUIRE_NODE=1</c> says that it has to be there.
/// </summary>
public sealed class InstalledSdks : IDisposable
{
    public const string Newest = "5.0.0";
    public const string Older = "4.2.3";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, TemporaryFolder> _folders = new(StringComparer.Ordinal);

    /// <summary>Runs a script with a version of the client.</summary>
    /// <returns>What the script printed.</returns>
    public async Task<string> RunAsync(string version, string script, string argument)
    {
        RequireNode();
        var folder = await FolderAsync(version);
        return await RunAsync("node", folder.Path, script, argument);
    }

    public void Dispose()
    {
        foreach (var folder in _folders.Values)
            folder.Dispose();
        _gate.Dispose();
    }

    private static void RequireNode()
    {
        var missing = new[] { "node", "npm" }.Where(static program => Find(program) is null).ToList();
        if (missing.Count == 0)
            return;
        var reason = $"{string.Join(" and ", missing)} not on PATH: the official client cannot be run.";
        if (Environment.GetEnvironmentVariable("BEEPER_RESOLVER_REQUIRE_NODE") == "1")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe"), Path.Combine(folder, program + ".cmd") })
        .FirstOrDefault(File.Exists);

    private async Task<TemporaryFolder> FolderAsync(string version)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_folders.TryGetValue(version, out var folder))
                _folders[version] = folder = await InstallAsync(version);
            return folder;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task<TemporaryFolder> InstallAsync(string version)
    {
        var folder = new TemporaryFolder();
        folder.Write("package.json", """{"private":true}""");
        foreach (var script in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Sdk", "Scripts")))
            File.Copy(script, folder[Path.GetFileName(script)]);
        await RunAsync("npm", folder.Path, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", $"@beeper/desktop-api@{version}");
        return folder;
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("BEEPER_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {arguments[0]} ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
