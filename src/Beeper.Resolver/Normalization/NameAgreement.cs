namespace Beeper.Resolver.Normalization;

/// <summary>How two names stand to each other.</summary>
public enum NameAgreement
{
    /// <summary>A token of the shorter name has no counterpart, or generations or numbers differ.</summary>
    Conflict,

    /// <summary>Nothing can be said: a name is missing, is no person's name, or the scripts cannot be compared.</summary>
    Unknown,

    /// <summary>One word agrees, or only initials and near spellings do.</summary>
    Weak,

    /// <summary>Family name and a nickname, initial or near spelling agree.</summary>
    Compatible,

    /// <summary>At least two whole words agree and none disagrees.</summary>
    Strong,
}
