using Beeper.Resolver.Desktop;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Sends one claimed start: written ahead before its first byte, settled after its answer. What surely had no effect is sent again after a
/// wait; of unknown outcome only a start nobody can see, and once. A request for patience is met up to two minutes; longer ones are kept in the
/// store and close the account for this run.
/// </summary>
/// <param name="store">The store; the caller holds its run lock.</param>
/// <param name="probe">Reads something small from the app.</param>
/// <param name="time">The clock.</param>
/// <param name="owner">The run.</param>
internal sealed class StartDelivery(ResolutionStore store, Func<CancellationToken, Task> probe, TimeProvider time, string owner)
{
    private const int MostThrottles = 3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstThrottleWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UnaskedPause = TimeSpan.FromMinutes(15);

    private int _sent;

    /// <summary>The run.</summary>
    public string Owner => owner;

    /// <summary>Requests sent by this run.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Sends a start. It is claimed by this run before and settled afterwards, or given back.</summary>
    /// <param name="lane">The account, its gate held.</param>
    /// <param name="operation">The start.</param>
    /// <param name="intent">What is logged before each request.</param>
    /// <param name="mayBegin">Asked right before each request; false gives the start up, settled by the one asked.</param>
    /// <param name="send">Sends one request.</param>
    /// <param name="settle">The state an answer leads to.</param>
    /// <param name="stop">How the run is stopped.</param>
    /// <returns>The last answer, null when none was asked for, and the number of requests.</returns>
    public async Task<(StartResult? Result, int Requests)> SendAsync(
        AccountLane lane, StartOperation operation, StartIntent intent, Func<Task<bool>> mayBegin, Func<CancellationToken, Task<StartResult>> send, Func<StartResult, StartSettlement> settle, StopSignal stop)
    {
        var (requests, throttles, wasUnknown, isClaimed) = (0, 0, false, true);
        StartResult? last = null;
        try
        {
            while (await lane.ReadyAsync(probe, stop.Claiming))
            {
                if (!isClaimed)
                    Claim(operation);
                isClaimed = true;
                if (!await mayBegin())
                    return (last, requests);
                var attempt = store.Operations.Begin(operation.Id, owner, intent);
                isClaimed = false;
                requests++;
                Interlocked.Increment(ref _sent);
                last = Seen(await send(stop.Aborting), operation.Effect);
                Count(lane, last);
                if (last.Kind == StartResultKind.Unknown && operation.Effect == StartEffect.E1 && !wasUnknown && !stop.Claiming.IsCancellationRequested)
                {
                    store.Operations.TryAgain(operation.Id, owner, attempt, last.Error?.Code, last.Error?.Status);
                    (wasUnknown, isClaimed) = (true, true);
                    await WaitAsync(last.RetryAfter ?? FirstWait, stop);
                    continue;
                }
                store.Operations.Settle(operation.Id, owner, attempt, settle(last));
                if (NextWait(lane, last, requests, ref throttles) is not { } wait || stop.Claiming.IsCancellationRequested)
                    return (last, requests);
                await WaitAsync(wait, stop);
            }
            if (isClaimed)
                store.Operations.Release(operation.Id, owner);
            return (last, requests);
        }
        catch (Exception error) when (isClaimed && error is OperationCanceledException or DesktopUnreachableException or DesktopApiException)
        {
            store.Operations.Release(operation.Id, owner);
            throw;
        }
    }

    // A request for patience may follow an invitation or a message that was sent; then it says nothing of the outcome.
    private static StartResult Seen(StartResult result, StartEffect effect) =>
        result.Kind == StartResultKind.Throttled && effect != StartEffect.E1 ? result with { Kind = StartResultKind.Unknown } : result;

    private static void Count(AccountLane lane, StartResult result)
    {
        if (result.Kind is StartResultKind.NotSent or StartResultKind.Unknown)
            lane.Fail();
        else if (result.Kind != StartResultKind.Throttled)
            lane.Succeed();
    }

    // How long to wait before the same start is sent again; null when it is done with.
    private TimeSpan? NextWait(AccountLane lane, StartResult result, int requests, ref int throttles)
    {
        switch (result.Kind)
        {
            case StartResultKind.NotSent:
                return lane.IsOpen ? TimeSpan.Zero : FirstWait * Math.Pow(2, Math.Min(requests - 1, 3));
            case StartResultKind.Throttled:
                var wait = result.RetryAfter ?? FirstThrottleWait * Math.Pow(2, throttles);
                if (++throttles < MostThrottles && wait <= LongestWait)
                    return wait;
                store.Pauses.Set(lane.Account.Id, time.GetUtcNow() + (result.RetryAfter ?? UnaskedPause));
                // For this run whatever becomes of the wall clock, by which later ones go.
                lane.Close(PlanEvidence.Budget);
                return null;
            default:
                return null;
        }
    }

    private Task WaitAsync(TimeSpan wait, StopSignal stop) => Task.Delay(wait < LongestWait ? wait : LongestWait, time, stop.Claiming);

    // The wait was measured by the monotonic clock, so the time kept with a deferred start no longer matters.
    private void Claim(StartOperation operation)
    {
        store.Operations.Reopen(operation.Id, operation.Effect);
        store.Operations.Claim(operation.Id, owner);
    }
}
