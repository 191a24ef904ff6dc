namespace Beeper.Resolver.Merging;

/// <summary>What is true of a record; the lowest three bits are how its name stands to the same name on another record.</summary>
[Flags]
internal enum RecordFacts : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Mask of the agreement of the name with itself, a <see cref="Normalization.NameAgreement"/>.</summary>
    SelfAgreement = 7,

    /// <summary>The name is missing or is no person's.</summary>
    Nameless = 8,

    /// <summary>A word of the name is an initial.</summary>
    HasInitial = 16,

    /// <summary>It has a profile on a network where a person has one.</summary>
    HasProfile = 32,
}
