namespace Beeper.Resolver.Ranking;

/// <summary>What the label of a phone number says; of several labels the later member of this list counts.</summary>
internal enum PhoneLabel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Any other word.</summary>
    Other,

    /// <summary>A household's line.</summary>
    Home,

    /// <summary>A line at work.</summary>
    Work,

    /// <summary>The number to try first.</summary>
    Main,

    /// <summary>A pager.</summary>
    Pager,

    /// <summary>A machine: fax, telex, text telephone.</summary>
    Fax,

    /// <summary>A mobile.</summary>
    Mobile,
}
