namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>One construct of the metadata's patterns, which use digits, classes, groups, alternatives and bounded repetition only.</summary>
internal abstract record PatternNode
{
    /// <summary>One digit out of a set.</summary>
    /// <param name="Choices">Bit d is set where digit d is allowed; none for a construct that never matches.</param>
    internal sealed record Digit(int Choices) : PatternNode;

    /// <summary>One part after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>The first option that lets the whole pattern match.</summary>
    internal sealed record Choice(IReadOnlyList<PatternNode> Options) : PatternNode;

    /// <summary>A part, as often as possible within bounds.</summary>
    internal sealed record Repeat(PatternNode Part, int Fewest, int Most) : PatternNode;

    /// <summary>A capturing group; numbered from 1, 0 being the whole match.</summary>
    internal sealed record Group(int Number, PatternNode Part) : PatternNode;

    /// <summary>The end of the digits.</summary>
    internal sealed record End : PatternNode;
}
