namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>One resolution of a made contact with the truth beside it: for fitting the calibration and for finding out why something is held.</summary>
internal sealed record OutcomeLine
{
    public required string Contact { get; init; }

    public required string Name { get; init; }

    public required string Network { get; init; }

    public required string? Kind { get; init; }

    public required string Decision { get; init; }

    public required string? Outcome { get; init; }

    public required string? Via { get; init; }

    public required double? Score { get; init; }

    /// <summary>Whether the contact can be reached on the account by this identifier; null without identifier.</summary>
    public required bool? IdentifierReaches { get; init; }

    /// <summary>Whether the contact can be reached at all.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>Whether the person shown is the contact; null where nobody was shown.</summary>
    public required bool? IsRight { get; init; }

    public required string? Shown { get; init; }

    /// <summary>How many mobile numbers the contact has.</summary>
    public required int Mobiles { get; init; }

    /// <summary>In how many books the contact stands.</summary>
    public required int Books { get; init; }

    /// <summary>How many contacts have exactly this name.</summary>
    public required int Namesakes { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
