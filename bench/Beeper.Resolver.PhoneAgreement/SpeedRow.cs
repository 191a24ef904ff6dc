namespace Beeper.Resolver.PhoneAgreement;

/// <summary>One way to read the corpus, measured in turn with the others.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Repeats">Passes per round, so that a round of a fast way lasts long enough to measure.</param>
/// <param name="Pass">Reads rows from an index up to another; returns something that depends on all answers.</param>
internal sealed record SpeedRow(string Name, int Repeats, Func<int, int, long> Pass)
{
    /// <summary>How many threads share the rows.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Runs one round.</summary>
    public long Run(int count)
    {
        var sum = 0L;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            if (Threads == 1)
                sum += Pass(0, count);
            else
                Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, lane => Interlocked.Add(ref sum, Pass(count * lane / Threads, count * (lane + 1) / Threads)));
        }
        return sum;
    }
}
