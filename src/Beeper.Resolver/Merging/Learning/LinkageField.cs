namespace Beeper.Resolver.Merging.Learning;

/// <summary>A field of the records a linkage model compares.</summary>
/// <param name="Name">Its name; for people to read.</param>
/// <param name="Kind">What it holds.</param>
public sealed record LinkageField(string Name, FieldKind Kind)
{
    /// <summary>The field with which people confuse this one, such as family and given name; null for none. Either of the two may name the other.</summary>
    public string? MayBeSwappedWith { get; init; }
}
