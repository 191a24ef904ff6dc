using System.Diagnostics;

namespace Beeper.Resolver.EndToEndTests.Sdk;

/// <summary>Node with one version of the official client, kept running because starting it costs more than a call. One call at a time.</summary>
internal sealed class SdkProcess(Process process) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>The line that answers a line.</summary>
    public async Task<string> AskAsync(string line)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.StandardInput.WriteLineAsync(line.AsMemory(), TestContext.Current.CancellationToken);
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            return await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("Node ended before it answered.");
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
        _gate.Dispose();
    }
}
