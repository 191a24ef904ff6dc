using System.Runtime.InteropServices;
using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Cli;

/// <summary>
/// Ctrl-C and requests to end: the first one stops claiming work and lets what is in flight end, the second one gives that up too. Either
/// way the store is as safe as after a kill.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _claiming = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public Interruption()
    {
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
    }

    /// <summary>Called once, when the first signal arrives.</summary>
    public Action? OnFirst { get; set; }

    /// <summary>How a run is stopped.</summary>
    public StopSignal Signal => new(_claiming.Token, _aborting.Token);

    /// <summary>The exit code the signal asks for; null when there was none.</summary>
    public int? ExitCode { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _claiming.Dispose();
        _aborting.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (ExitCode is not null)
        {
            _aborting.Cancel();
            _ = LeaveAsync(ExitCode.Value);
            return;
        }
        ExitCode = context.Signal == PosixSignal.SIGINT ? Cli.ExitCode.Interrupted : Cli.ExitCode.Terminated;
        OnFirst?.Invoke();
        _claiming.Cancel();
    }

    // What waits for a file or works on an address book hears no token. It is left, which is what the store is made for.
    private static async Task LeaveAsync(int exitCode)
    {
        await Task.Delay(Patience, TimeProvider.System);
        Environment.Exit(exitCode);
    }
}
