namespace Beeper.Resolver.Normalization;

/// <summary>What a word in a name may be besides a person's name.</summary>
[Flags]
internal enum NameWordKinds : byte
{
    /// <summary>Nothing else.</summary>
    None = 0,

    /// <summary>Stands for a name that is not known, or for a function; says so only where all words do.</summary>
    Placeholder = 1,

    /// <summary>Makes the whole name one of a function.</summary>
    Function = 2,

    /// <summary>Ends the name of a firm.</summary>
    LegalForm = 4,

    /// <summary>A phone's label behind the name.</summary>
    Label = 8,

    /// <summary>Joins names, as <c>van</c> and <c>de</c> do.</summary>
    Particle = 16,
}
