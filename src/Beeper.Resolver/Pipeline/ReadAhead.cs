using System.Collections.Concurrent;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Reads a sequence ahead on a thread of its own and works on its items on others, a few at a time, so that whoever takes the results in their
/// order finds them ready. What reading or working throws is thrown where the result is taken.
/// </summary>
internal sealed class ReadAhead<TItem, TResult> : IDisposable
{
    private readonly BlockingCollection<Task<TResult>> _ready;
    private readonly CancellationTokenSource _left = new();
    private readonly Task _reading;

    /// <summary>Begins reading.</summary>
    /// <param name="items">The items; read by one thread.</param>
    /// <param name="work">Makes a result; called by several threads.</param>
    /// <param name="most">How many items are read ahead at most.</param>
    public ReadAhead(IEnumerable<TItem> items, Func<TItem, TResult> work, int most)
    {
        _ready = new BlockingCollection<Task<TResult>>(most);
        _reading = Task.Factory.StartNew(() => Read(items, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The results in the order of the items; may be enumerated once.</summary>
    public IEnumerable<TResult> Results()
    {
        foreach (var result in _ready.GetConsumingEnumerable())
            yield return result.GetAwaiter().GetResult();
        _reading.GetAwaiter().GetResult();
    }

    /// <summary>Stops reading and waits until nothing touches the sequence any more.</summary>
    public void Dispose()
    {
        _left.Cancel();
        ((IAsyncResult)_reading).AsyncWaitHandle.WaitOne();
        _ready.Dispose();
        _left.Dispose();
    }

    private void Read(IEnumerable<TItem> items, Func<TItem, TResult> work)
    {
        try
        {
            foreach (var item in items)
                _ready.Add(Task.Run(() => work(item)), _left.Token);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _ready.CompleteAdding();
        }
    }
}
