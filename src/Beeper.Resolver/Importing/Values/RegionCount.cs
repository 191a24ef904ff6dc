namespace Beeper.Resolver.Importing.Values;

/// <summary>Counts the regions of numbers with a country code.</summary>
internal sealed class RegionCount
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>The region more than half of the numbers have, or null.</summary>
    public string? Majority => _counts.Count > 0 && _counts.MaxBy(static pair => pair.Value) is var most && most.Value * 2 > _counts.Values.Sum() ? most.Key : null;

    /// <summary>Counts a number; one without country code counts for nothing.</summary>
    public void Add(string number)
    {
        if (CallingCodes.Region(number) is { } region)
            _counts[region] = _counts.GetValueOrDefault(region) + 1;
    }
}
