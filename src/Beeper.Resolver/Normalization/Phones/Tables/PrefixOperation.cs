namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>What one step of a <see cref="PrefixProgram"/> does.</summary>
internal enum PrefixOperation : byte
{
    /// <summary>Consume one digit out of the set <see cref="PrefixStep.First"/>.</summary>
    Digit,

    /// <summary>Try the step <see cref="PrefixStep.First"/>; if nothing matches from there, the step <see cref="PrefixStep.Second"/>.</summary>
    Try,

    /// <summary>Go on at the step <see cref="PrefixStep.First"/>.</summary>
    Jump,

    /// <summary>Remember the position as the mark <see cref="PrefixStep.First"/>.</summary>
    Mark,

    /// <summary>Go on only if no digits are left.</summary>
    AtEnd,

    /// <summary>The prefix has matched.</summary>
    Done,
}
