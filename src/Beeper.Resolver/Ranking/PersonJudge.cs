using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// Judges the person that a look-up or a contact list showed for a candidate: whether to start, to hold or to leave, with a score. Pure.
/// A conflicting name holds; a name that tells little needs something else that speaks for the identifier.
/// </summary>
public sealed class PersonJudge(RankingModel model)
{
    // A shared word at least this telling stands for a person: half of the bits above a common given name's.
    private const double TellingWeight = 2;

    private static readonly Evidence Self = new("skip.self", 0, "this is your own");
    private static readonly Evidence CannotMessage = new("skip.cannot_message", 0, "the network refuses direct chats with this person");
    private static readonly Evidence Silent = new("hold.name_silent", 0, "the network shows no name that tells, and nothing else speaks for the identifier");
    private static readonly Evidence Weak = new("hold.name_weak", 0, "the network shows only a part of the name, and nothing else speaks for the identifier");

    private readonly PersonCheck _persons = new(model);
    private readonly Evidence _elsewhere = model.Weights["lookup.name.elsewhere"];
    private readonly Evidence _identifier = model.Weights["lookup.identifier.agrees"];

    /// <summary>The judgement.</summary>
    /// <param name="candidate">What was asked.</param>
    /// <param name="names">The contact's names.</param>
    /// <param name="user">The person shown.</param>
    /// <param name="hasOtherIdentifier">Whether the person shown carries another of the contact's identifiers.</param>
    /// <param name="agreesElsewhere">Whether the same identifier shows the contact's name on another account.</param>
    public PersonJudgement Judge(Candidate candidate, ContactNames names, NetworkUser user, bool hasOtherIdentifier, bool agreesElsewhere)
    {
        var name = _persons.Compare(names, user);
        var evidence = new List<Evidence>(candidate.Evidence.Count + 3);
        evidence.AddRange(candidate.Evidence);
        if (name.Evidence is { } shown)
            evidence.Add(shown);
        if (hasOtherIdentifier)
            evidence.Add(_identifier);
        if (agreesElsewhere && !name.IsAgreement && !name.IsConflict)
            evidence.Add(_elsewhere);
        var decision = Decision.Start;
        if (user.IsSelf)
            (decision, evidence) = (Decision.Skip, [.. evidence, Self]);
        else if (name.IsConflict)
            decision = Decision.Hold;
        else if (user.CannotMessage)
            (decision, evidence) = (Decision.Skip, [.. evidence, CannotMessage]);
        else if (!name.IsAgreement && !hasOtherIdentifier && !agreesElsewhere && !IsTelling(name) && !IsCorroborated(candidate.Evidence))
            (decision, evidence) = (Decision.Hold, [.. evidence, name.Agreement == NameAgreement.Weak ? Weak : Silent]);
        return new PersonJudgement(decision, name, evidence, model.PersonScore(evidence));
    }

    /// <summary>Whether the records themselves speak for an identifier, so that it may be believed without a name.</summary>
    public static bool IsCorroborated(IReadOnlyList<Evidence> evidence)
    {
        var (mobile, labelled, books, attested, shared) = (false, false, false, false, false);
        for (var index = 0; index < evidence.Count; index++)
        {
            switch (evidence[index].Id)
            {
                case "phone.type.mobile":
                    mobile = true;
                    break;
                case "phone.label.mobile":
                    labelled = true;
                    break;
                case "sources.agree":
                    books = true;
                    break;
                case "network.tied" or "username.attested" or "id.attested" or "email.name.full":
                    attested = true;
                    break;
                case "shared.compatible":
                    shared = true;
                    break;
            }
        }
        return !shared && (books || attested || (mobile && labelled));
    }

    private static bool IsTelling(NameFinding name) => name.Agreement == NameAgreement.Weak && name.Evidence!.Weight >= TellingWeight;
}
