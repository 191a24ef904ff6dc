namespace Beeper.Resolver.Pipeline;

/// <summary>How a look-up of one identifier ended.</summary>
internal enum LookupKind
{
    /// <summary>The network cannot be asked about this kind without being seen.</summary>
    NotAsked,

    /// <summary>Exactly one person carries the identifier.</summary>
    Found,

    /// <summary>Nobody the network showed carries it.</summary>
    NotFound,

    /// <summary>Several people carry it.</summary>
    Several,

    /// <summary>The budget is used up or the network fails: a later run goes on here.</summary>
    Left,

    /// <summary>The request was refused for what it says.</summary>
    Refused,
}
