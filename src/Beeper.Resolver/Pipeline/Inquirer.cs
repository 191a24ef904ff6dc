using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Asks about a contact's identifiers on an account, best first, until one is clear: somebody is found whose name agrees, or whose identifier
/// the records themselves speak for. An identifier that shows another name, little or nobody makes the next one worth a request.
/// </summary>
internal sealed class Inquirer(NetworkCatalog networks, RankingModel model, ContactLookup? lookup, IReadOnlyDictionary<string, AccountLane> lanes)
{
    private readonly PersonCheck _persons = new(model);

    /// <summary>Asks until the inquiry is clear or nothing is left to ask.</summary>
    public async Task AskAsync(Inquiry inquiry, ContactFindings findings, StopSignal stop)
    {
        foreach (var candidate in inquiry.Open.ToList())
        {
            if (inquiry.Left is not null || inquiry.Trials.Exists(trial => IsClear(trial, inquiry, findings)))
                return;
            stop.Claiming.ThrowIfCancellationRequested();
            var answer = inquiry.Plan.Known is { } known ? new LookupAnswer(LookupKind.Found, known.User) : await AnswerAsync(inquiry.Plan.Account, candidate.Identifier, stop);
            var name = answer.User is { } user ? _persons.Compare(inquiry.Names, user) : NameFinding.Silent;
            inquiry.Add(new Trial(candidate, answer, name));
            if (answer.Kind == LookupKind.Found)
                findings.Add(inquiry.Plan.Account.Id, candidate.Identifier, name);
        }
    }

    private async Task<LookupAnswer> AnswerAsync(Account account, Identifier identifier, StopSignal stop) =>
        lookup is null ? new LookupAnswer(LookupKind.NotAsked) : await lookup.AskAsync(lanes[account.Id], identifier, stop);

    private bool IsClear(Trial trial, Inquiry inquiry, ContactFindings findings)
    {
        if (trial.Answer.Kind == LookupKind.Several)
            return true;
        if (trial.Answer.Kind == LookupKind.NotAsked)
            return networks[inquiry.Plan.Account.Network].Mode != NetworkMode.CreateIfVerified;
        if (!trial.IsFound || trial.Candidate.Decision == Decision.Hold)
            return trial.IsFound && trial.Name.Agreement == NameAgreement.Strong;
        var hasConflict = inquiry.Trials.Exists(static one => one.Name.IsConflict) || findings.IsDoubted(inquiry.Plan.Account.Id, trial.Candidate.Identifier);
        return trial.Name.IsAgreement || (!hasConflict && (findings.IsConfirmed(inquiry.Plan.Account.Id, trial.Candidate.Identifier) || (trial.Name.Agreement == NameAgreement.Weak ? PersonJudge.IsCorroborated(trial.Candidate.Evidence) : PersonJudge.IsAttested(trial.Candidate.Evidence))));
    }
}
