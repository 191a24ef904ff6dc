using System.Collections.Concurrent;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The thread on which a store is changed. One thread makes the order of its system calls the order of the changes, so that a fault can be
/// put at the n-th of them, and keeps waits for the disk off the thread pool.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public StoreWriter()
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    /// <summary>Makes a change and waits for it; what it throws is thrown here.</summary>
    public T Run<T>(Func<T> change)
    {
        if (Thread.CurrentThread == _thread)
            return change();
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(change());
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void Work()
    {
        foreach (var change in _work.GetConsumingEnumerable())
            change();
    }
}
