using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// Judges the person that a look-up or a contact list showed for a candidate: whether to start, to hold or to leave, with a score. Pure.
/// A conflicting name holds; a part of a name needs records that speak for the number, and no name at all needs more than them: numbers are given out anew.
/// </summary>
public sealed class PersonJudge(RankingModel model)
{
    // One contact in a hundred or fewer has the word: a stranger would hardly share it.
    private const double TellingWeight = 0.5;

    private static readonly Evidence Shared = new("hold.shared", 0, "contacts with other names have the same one");
    private static readonly Evidence Settled = new("note.shared_settled", 0, "contacts with other names have the same one, but the network shows this contact's name");
    private static readonly Evidence Self = new("skip.self", 0, "this is your own");
    private static readonly Evidence CannotMessage = new("skip.cannot_message", 0, "the network refuses direct chats with this person");
    private static readonly Evidence Silent = new("hold.name_silent", 0, "the network shows no name that tells, and nothing else speaks for the identifier");
    private static readonly Evidence Weak = new("hold.name_weak", 0, "the network shows only a part of the name, and nothing else speaks for the identifier");

    private readonly PersonCheck _persons = new(model);
    private readonly Evidence _silent = model.Weights["lookup.name.silent"];
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
        evidence.Add(name.Evidence ?? _silent);
        if (hasOtherIdentifier)
            evidence.Add(_identifier);
        if (agreesElsewhere && !name.IsAgreement && !name.IsConflict)
            evidence.Add(_elsewhere);
        if (user.IsSelf)
            return Judged(Decision.Skip, name, evidence, Self);
        if (name.IsConflict)
            return Judged(Decision.Hold, name, evidence, null);
        if (user.CannotMessage)
            return Judged(Decision.Skip, name, evidence, CannotMessage);
        if (evidence.Remove(Shared) && !IsSettled(candidate, names, user, name))
            return Judged(Decision.Hold, name, evidence, Shared);
        var settled = candidate.Decision == Decision.Hold ? Settled : null;
        if (name.IsAgreement || hasOtherIdentifier || agreesElsewhere || IsAttested(candidate.Evidence))
            return Judged(Decision.Start, name, evidence, settled);
        if (name.Agreement == NameAgreement.Weak)
            return IsTelling(name) || IsCorroborated(candidate.Evidence) ? Judged(Decision.Start, name, evidence, settled) : Judged(Decision.Hold, name, evidence, Weak);
        return IsInEnoughBooks(candidate, names.Contact) && model.Names.Holders(names.Own) == 1 ? Judged(Decision.Start, name, evidence, null) : Judged(Decision.Hold, name, evidence, Silent);
    }

    /// <summary>Whether the records speak for a number enough to believe a part of a name, or a network that shows nobody.</summary>
    public static bool IsCorroborated(IReadOnlyList<Evidence> evidence)
    {
        var (desk, labelled, books, shared) = (false, false, false, false);
        for (var index = 0; index < evidence.Count; index++)
        {
            switch (evidence[index].Id)
            {
                case "phone.type.fixed" or "phone.type.other" or "phone.invalid":
                    desk = true;
                    break;
                case "phone.label.mobile":
                    labelled = true;
                    break;
                case "sources.agree":
                    books = true;
                    break;
                case "shared.compatible":
                    shared = true;
                    break;
            }
        }
        // In North America the number itself does not tell whether it is mobile; the label does.
        return (!shared && (books || (labelled && !desk))) || IsAttested(evidence);
    }

    /// <summary>Whether an identifier may be believed without any name: a record gives it for this very network, or the network lists the person as the user's contact.</summary>
    public static bool IsAttested(IReadOnlyList<Evidence> evidence)
    {
        var attested = false;
        for (var index = 0; index < evidence.Count; index++)
        {
            var id = evidence[index].Id;
            if (id == "shared.compatible")
                return false;
            attested |= id is "network.tied" or "username.attested" or "id.attested" or "listing.contact" or "email.domain.members";
        }
        return attested;
    }

    // A number that was given up seldom stands in several books, unless one has it from a namesake or it is of another country than the rest.
    // Where the contact has a newer mobile number too, two books may both be old.
    private static bool IsInEnoughBooks(Candidate candidate, Contact contact)
    {
        var books = 1;
        for (var index = 0; index < candidate.Evidence.Count; index++)
        {
            if (candidate.Evidence[index].Id is "shared.compatible" or "phone.country.differs")
                return false;
            books += candidate.Evidence[index].Id == "sources.agree" ? 1 : 0;
        }
        return books >= 3 || (books == 2 && !HasOtherMobile(contact, candidate.Identifier));
    }

    private static bool HasOtherMobile(Contact contact, Identifier identifier)
    {
        foreach (var given in contact.Identifiers)
        {
            if (given.Identifier.Kind != IdentifierKind.Phone || given.Identifier.Value == identifier.Value)
                continue;
            for (var index = 0; index < given.Occurrences.Count; index++)
            {
                if (given.Occurrences[index].Type == PhoneType.Mobile || PhoneLabels.Of(given.Occurrences[index].Label) == PhoneLabel.Mobile)
                    return true;
            }
        }
        return false;
    }

    private PersonJudgement Judged(Decision decision, NameFinding name, List<Evidence> evidence, Evidence? reason)
    {
        if (reason is not null)
            evidence.Add(reason);
        return new PersonJudgement(decision, name, evidence, model.PersonScore(evidence));
    }

    // A number of a household is nobody's own, unless the network shows a name that is exactly one holder's.
    private bool IsSettled(Candidate candidate, ContactNames names, NetworkUser user, NameFinding name) =>
        name.Agreement >= NameAgreement.Weak && model.Shared.IsOnlyHolder(candidate.Identifier, names.Contact, NameFolder.Fold(user.FullName!));

    private static bool IsTelling(NameFinding name) => name.Agreement == NameAgreement.Weak && name.Evidence!.Weight >= TellingWeight;
}
