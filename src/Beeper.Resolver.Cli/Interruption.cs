using System.Runtime.InteropServices;
using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Cli;

/// <summary>
/// Ctrl-C and requests to end: the first one stops claiming work and gives what is in flight ten seconds to end, the second one gives that up
/// too, and ends a program that does not listen. Either way the store is as safe as after a kill.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long what is in flight has to end after the first signal.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _claiming = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private ITimer? _ending;

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
        _ending?.Dispose();
        _claiming.Dispose();
        _aborting.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (ExitCode is { } code)
        {
            _aborting.Cancel();
            // What reads or merges a large address book does not listen; a kill harms it as little.
            _ending ??= TimeProvider.System.CreateTimer(_ => Environment.Exit(code), null, LastPatience, Timeout.InfiniteTimeSpan);
            return;
        }
        ExitCode = context.Signal == PosixSignal.SIGINT ? Cli.ExitCode.Interrupted : Cli.ExitCode.Terminated;
        OnFirst?.Invoke();
        _claiming.Cancel();
        _aborting.CancelAfter(Patience);
    }
}
