namespace Beeper.Resolver.Pipeline;

/// <summary>
/// How many look-ups an account may have in flight: from 1 to 16, one more whenever an answer comes while half of them are in use, a tenth
/// fewer whenever the network asks for patience or fails. Thread-safe; those who wait are let in in order.
/// </summary>
internal sealed class LookupGate
{
    private const double Least = 1;
    private const double Most = 16;
    private const double AtFirst = 4;
    private const double BackOff = 0.9;

    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private double _limit = AtFirst;
    private int _inFlight;

    /// <summary>The most look-ups in flight now.</summary>
    public int Limit
    {
        get
        {
            lock (_lock)
                return (int)_limit;
        }
    }

    /// <summary>Waits until another look-up may be sent.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            if (_inFlight < (int)_limit && _waiting.Count == 0)
            {
                _inFlight++;
                return;
            }
            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        try
        {
            await place.Value.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                // Let in and cancelled at once: the place goes to the next one.
                if (place.List is null)
                    _inFlight--;
                else
                    _waiting.Remove(place);
                LetIn();
            }
            throw;
        }
    }

    /// <summary>Notes the end of a look-up.</summary>
    /// <param name="isAnswered">False when the network asked for patience, failed or did not answer.</param>
    public void Leave(bool isAnswered)
    {
        lock (_lock)
        {
            if (!isAnswered)
                _limit = Math.Max(Least, _limit * BackOff);
            else if (_inFlight * 2 >= (int)_limit)
                _limit = Math.Min(Most, _limit + 1);
            _inFlight--;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (_inFlight < (int)_limit && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            _inFlight++;
            first.Value.SetResult();
        }
    }
}
