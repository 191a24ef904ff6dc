namespace Beeper.Resolver.Storage;

/// <summary>What a start may do to the other person.</summary>
public enum StartEffect
{
    /// <summary>Finds or makes the chat; the person sees nothing, so it may be repeated.</summary>
    E1,

    /// <summary>May invite the person.</summary>
    E2,

    /// <summary>Carries text.</summary>
    E3,
}
