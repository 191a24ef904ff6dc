using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Sdk;

/// <summary>The official client's versions, each installed once per test run into a folder of its own, from where this machine's npm finds packages.</summary>
public sealed class InstalledSdks : IDisposable
{
    public const string Newest = "5.0.0";
    public const string Older = "4.2.3";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, (TemporaryFolder Folder, SdkProcess Process)> _sdks = new(StringComparer.Ordinal);

    /// <summary>Makes one call with a version of the client; gives the line of JSON it ends with.</summary>
    public async Task<string> CallAsync(string version, string call) => await (await InstalledAsync(version)).Process.AskAsync(call);

    /// <summary>Runs a script of its own; gives what it prints.</summary>
    public async Task<string> RunAsync(string version, string script, string argument) => await Node.RunAsync("node", (await InstalledAsync(version)).Folder.Path, script, argument);

    public void Dispose()
    {
        foreach (var (folder, process) in _sdks.Values)
        {
            process.Dispose();
            folder.Dispose();
        }
        _gate.Dispose();
    }

    private async Task<(TemporaryFolder Folder, SdkProcess Process)> InstalledAsync(string version)
    {
        Node.Require();
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_sdks.TryGetValue(version, out var sdk))
                _sdks[version] = sdk = await InstallAsync(version);
            return sdk;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task<(TemporaryFolder Folder, SdkProcess Process)> InstallAsync(string version)
    {
        var folder = new TemporaryFolder();
        folder.Write("package.json", """{"private":true}""");
        foreach (var script in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Sdk", "Scripts")))
            File.Copy(script, folder[Path.GetFileName(script)]);
        await Node.RunAsync("npm", folder.Path, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", $"@beeper/desktop-api@{version}");
        return (folder, new SdkProcess(Node.Start("node", folder.Path, "calls.mjs")));
    }
}
