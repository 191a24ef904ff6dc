namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>Seeded draws; the same seed gives the same world on every machine.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public int Below(int limit) => _random.Next(limit);

    public double Number() => _random.NextDouble();

    public T One<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>An item by a Zipf law with exponent one: the first ones most often.</summary>
    public T Zipf<T>(IReadOnlyList<T> items) => items[Zipf(items.Count)];

    public int Zipf(int count) => Math.Min(count - 1, (int)(Math.Pow(count + 1, _random.NextDouble()) - 1));

    /// <summary>An index by weights.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight;
        var at = _random.NextDouble() * sum;
        for (var index = 0; index < weights.Length - 1; index++)
        {
            at -= weights[index];
            if (at < 0)
                return index;
        }
        return weights.Length - 1;
    }

    public void Shuffle<T>(List<T> items)
    {
        for (var index = items.Count - 1; index > 0; index--)
        {
            var other = _random.Next(index + 1);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }
}
