namespace Beeper.Resolver;

/// <summary>One raw value of a source record.</summary>
/// <param name="Kind">What the address book says it is.</param>
/// <param name="Text">The value as written, one value only.</param>
/// <param name="Column">Header of the column it came from (the property name in a vCard).</param>
public sealed record SourceValue(SourceValueKind Kind, string Text, string Column)
{
    /// <summary>The label of this value in canonical lower-case form (<c>mobile</c>, <c>home</c>, <c>work</c>, <c>fax</c> …) or as written where unknown; null without one.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the source marks it as the primary value of its kind.</summary>
    public bool Primary { get; init; }

    /// <summary>The network the source ties the value to (canonical key such as <c>whatsapp</c>), or null.</summary>
    public string? Network { get; init; }

    /// <summary>The ISO 3166 alpha-2 region the row gives for a number without country code, or null.</summary>
    public string? Region { get; init; }

    /// <summary>Says nothing of the value: it is personal.</summary>
    public override string ToString() => $"{Kind} in {Column}";
}
