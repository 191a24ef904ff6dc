using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>One identifier that was asked about on an account.</summary>
/// <param name="Candidate">The identifier.</param>
/// <param name="Answer">What the network said.</param>
/// <param name="Name">How the name it showed stands to the contact's.</param>
internal sealed record Trial(Candidate Candidate, LookupAnswer Answer, NameFinding Name)
{
    /// <summary>Whether somebody was found who does not carry another name.</summary>
    public bool IsFound => Answer.Kind == LookupKind.Found && !Name.IsConflict;
}
