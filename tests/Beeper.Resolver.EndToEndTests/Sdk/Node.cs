using System.Diagnostics;

namespace Beeper.Resolver.EndToEndTests.Sdk;

/// <summary>This machine's Node. Without it tests skip, or fail where <c>BEEPER_RESOLVER_REQUIRE_NODE=1</c> says that it has to be there.</summary>
internal static class Node
{
    public static void Require()
    {
        var missing = new[] { "node", "npm" }.Where(static program => Find(program) is null).ToList();
        if (missing.Count == 0)
            return;
        var reason = $"{string.Join(" and ", missing)} not on PATH: the official client cannot be run.";
        if (Environment.GetEnvironmentVariable("BEEPER_RESOLVER_REQUIRE_NODE") == "1")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }

    /// <summary>Starts <c>node</c> or <c>npm</c> in a folder, without what the environment says of Beeper.</summary>
    public static Process Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = program == "npm",
        };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("BEEPER_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    /// <summary>What a program prints until it ends.</summary>
    public static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Start(program, folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StartInfo.RedirectStandardError ? await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken) : "";
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {arguments[0]} ended with {process.ExitCode}: {errors}");
        return await output;
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe"), Path.Combine(folder, program + ".cmd") })
        .FirstOrDefault(File.Exists);
}
