namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>One contact after a run, beside the truth.</summary>
internal sealed record JudgedContact
{
    /// <summary>The person most of its rows are about.</summary>
    public required int PersonId { get; init; }

    /// <summary>Whether some account knows this person by an identifier the contact has, and a chat can be had.</summary>
    public required bool IsReachable { get; init; }

    public required IReadOnlyList<JudgedChat> Chats { get; init; }

    public required bool IsHeld { get; init; }

    public required int Requests { get; init; }

    /// <summary>On how many accounts something was asked of the network.</summary>
    public required int AccountsTried { get; init; }

    public required string Script { get; init; }

    public required bool HasShared { get; init; }

    public required int Sources { get; init; }

    public bool IsRight => Chats.Any(static chat => chat.IsRight);
}
