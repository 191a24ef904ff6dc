namespace Beeper.Resolver.Ranking;

/// <summary>How the holders of an identifier stand to each other.</summary>
public enum SharedIdentifier
{
    /// <summary>One contact holds it.</summary>
    Own,

    /// <summary>Several contacts with compatible names hold it.</summary>
    Compatible,

    /// <summary>Contacts with conflicting names hold it, or too many to tell.</summary>
    Conflicting,
}
