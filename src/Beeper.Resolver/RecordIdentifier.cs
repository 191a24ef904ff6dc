namespace Beeper.Resolver;

/// <summary>An identifier as one record gives it: the normal form and what the record says about it.</summary>
/// <param name="Identifier">The normal form.</param>
/// <param name="Raw">The value as written.</param>
public sealed record RecordIdentifier(Identifier Identifier, string Raw)
{
    /// <summary>The record's label for it (<c>mobile</c>, <c>home</c> …), or null.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the record marks it as primary.</summary>
    public bool Primary { get; init; }

    /// <summary>Phones only: the ISO 3166 alpha-2 region of the number, <c>001</c> for non-geographic ones, null if unknown.</summary>
    public string? Region { get; init; }

    /// <summary>Phones only: whether the number lies in an assigned range; null for other kinds.</summary>
    public bool? Valid { get; init; }

    /// <summary>Phones only: the kind of line; null for other kinds.</summary>
    public PhoneType? Type { get; init; }

    /// <summary>Phones only: whether the number was written with its country code; false when a default region supplied it.</summary>
    public bool International { get; init; }

    /// <summary>Says nothing of the value: it is personal.</summary>
    public override string ToString() => $"{Identifier.Kind} ({Label ?? "no label"})";
}
