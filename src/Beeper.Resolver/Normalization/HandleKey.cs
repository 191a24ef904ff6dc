namespace Beeper.Resolver.Normalization;

/// <summary>
/// The comparison form of a handle on its network, for merging and matching only: lower case everywhere (X compares case in its bridge, but two
/// people never differ by case alone), and without dots on Facebook, which does not tell them apart.
/// </summary>
public static class HandleKey
{
    /// <summary>The comparison form; the same string where it is one already.</summary>
    /// <param name="network">The network's canonical key, or null when unknown.</param>
    /// <param name="handle">The handle without <c>@</c>.</param>
    public static string Of(string? network, string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var folded = handle.ToLowerInvariant();
        return network == "facebook" && folded.Contains('.', StringComparison.Ordinal) ? folded.Replace(".", "", StringComparison.Ordinal) : folded;
    }
}
