using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Decides what the answers about a contact's identifiers on one account amount to: a candidate to start, or a resolution that says why not.
/// Pure. Two identifiers that lead to two people are held, and so is one that nobody's name confirms after another showed a stranger.
/// </summary>
internal sealed class InquiryJudge(NetworkCatalog networks, RankingModel model, bool canLookUp)
{
    private readonly PersonJudge _persons = new(model);

    /// <summary>The resolution, and the trial to start; null for the trial when nothing is started.</summary>
    public (Resolution Resolution, Trial? Start) Judge(Inquiry inquiry, ContactFindings findings)
    {
        var trials = inquiry.Trials;
        if (trials.Find(static trial => trial.Answer.Kind == LookupKind.Several) is { } several)
            return (Hold(inquiry, several, PlanEvidence.TwoUsers), null);
        var found = trials.FindAll(static trial => trial.IsFound);
        if (found.Exists(trial => trial.Answer.User!.Id != found[0].Answer.User!.Id))
            return (Hold(inquiry, Best(found), PlanEvidence.TwoUsers), null);
        if (found.Count > 0)
            return JudgeFound(inquiry, findings, found);
        if (trials.Find(static trial => trial.Name.IsConflict) is { } conflict)
            return (Found(inquiry, conflict, _persons.Judge(conflict.Candidate, inquiry.Names, conflict.Answer.User!, hasOtherIdentifier: false, agreesElsewhere: false)), null);
        if (trials.Find(static trial => trial.Answer.Kind == LookupKind.NotAsked) is { } blind)
            return JudgeBlind(inquiry, findings, blind);
        if (inquiry.Left is { } reason)
            return (StartAnswers.Left(New(inquiry, inquiry.Plan.Candidates[0]), reason), null);
        if (trials.Find(static trial => trial.Answer.Kind == LookupKind.Refused) is { } refused)
            return (New(inquiry, refused.Candidate) with { Outcome = Outcome.Failed, Via = ResolvedVia.Lookup, Error = refused.Answer.Error }, null);
        return (New(inquiry, inquiry.Plan.Candidates[0]) with { Outcome = Outcome.NotFound, Via = inquiry.Lookups > 0 ? ResolvedVia.Lookup : ResolvedVia.Cache }, null);
    }

    private (Resolution, Trial?) JudgeFound(Inquiry inquiry, ContactFindings findings, List<Trial> found)
    {
        var best = Best(found);
        var account = inquiry.Plan.Account;
        var identifier = best.Candidate.Identifier;
        var hasConflict = inquiry.Trials.Exists(static trial => trial.Name.IsConflict);
        var judged = _persons.Judge(best.Candidate, inquiry.Names, best.Answer.User!, found.Count > 1 || CarriesAnother(inquiry.Contact, identifier, best.Answer.User!, networks[account.Network]), findings.IsConfirmed(account.Id, identifier));
        var resolution = Found(inquiry, best, judged);
        if (judged.Decision != Decision.Start)
            return (resolution, null);
        if (!judged.Name.IsAgreement && hasConflict)
            return (Hold(resolution, PlanEvidence.NextDisagrees), null);
        if (!judged.Name.IsAgreement && findings.IsDoubted(account.Id, identifier))
            return (Hold(resolution, PlanEvidence.Doubted), null);
        return (resolution, best);
    }

    // Nobody can be shown before the start: only the records can speak for the identifier.
    private (Resolution, Trial?) JudgeBlind(Inquiry inquiry, ContactFindings findings, Trial blind)
    {
        var resolution = New(inquiry, blind.Candidate);
        if (!canLookUp)
            return (resolution, blind);
        var account = inquiry.Plan.Account;
        if (findings.IsDoubted(account.Id, blind.Candidate.Identifier))
            return (Hold(resolution, PlanEvidence.Doubted), null);
        if (networks[account.Network].Mode == NetworkMode.CreateIfVerified)
            return (resolution with { Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [.. resolution.Evidence, PlanEvidence.Unverified] }, null);
        return PersonJudge.IsCorroborated(blind.Candidate.Evidence) || findings.IsConfirmed(account.Id, blind.Candidate.Identifier)
            ? (resolution, blind)
            : (Hold(resolution, PlanEvidence.Unconfirmed), null);
    }

    private static Trial Best(List<Trial> found)
    {
        var best = found[0];
        foreach (var trial in found)
        {
            if (trial.Name.Agreement > best.Name.Agreement)
                best = trial;
        }
        return best;
    }

    private static bool CarriesAnother(Contact contact, Identifier identifier, NetworkUser user, NetworkProfile profile)
    {
        foreach (var given in contact.Identifiers)
        {
            if (given.Identifier.Kind != identifier.Kind && IdentifierForms.Matches(given.Identifier, user, profile)
                && (given.Identifier.Network is null || string.Equals(given.Identifier.Network, profile.Key, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }

    private static Resolution Found(Inquiry inquiry, Trial trial, PersonJudgement judged)
    {
        var resolution = New(inquiry, trial.Candidate) with
        {
            Decision = judged.Decision,
            Outcome = judged.Decision switch { Decision.Hold => Outcome.Held, Decision.Skip => Outcome.Skipped, _ => null },
            Via = judged.Decision == Decision.Start ? null : ResolvedVia.Lookup,
            User = trial.Answer.User,
            Score = judged.Score,
            Evidence = judged.Evidence,
        };
        return trial.Answer.FoundBy is null ? resolution : resolution with { Evidence = [.. resolution.Evidence, PlanEvidence.OtherForm] };
    }

    private static Resolution Hold(Inquiry inquiry, Trial trial, Evidence reason) => Hold(New(inquiry, trial.Candidate) with { User = trial.Answer.User }, reason);

    private static Resolution Hold(Resolution resolution, Evidence reason) =>
        resolution with { Decision = Decision.Hold, Outcome = Outcome.Held, Via = ResolvedVia.Lookup, Evidence = [.. resolution.Evidence, reason] };

    private static Resolution New(Inquiry inquiry, Candidate candidate) => new()
    {
        ContactKey = inquiry.Contact.Key,
        Account = inquiry.Plan.Account,
        Decision = Decision.Start,
        Identifier = candidate.Identifier,
        Score = candidate.Score,
        Evidence = candidate.Evidence,
        Lookups = inquiry.Lookups,
    };
}
