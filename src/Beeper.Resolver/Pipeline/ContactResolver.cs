using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Carries out the plan of one contact: look-ups first, then one start at a time; stops at the first success unless every account was asked
/// for. With every account, all are asked before any is started, so that what one shows counts for the others. Without a starter it decides
/// everything and starts nothing, which is the plan.
/// </summary>
internal sealed class ContactResolver(
    Inquirer inquirer, InquiryJudge judge, ChatStarter? starter, IReadOnlyDictionary<string, AccountLane> lanes, IReadOnlyDictionary<string, AccountListing> listings, ReachedPeople reached, ResolveOptions options)
{
    /// <summary>One resolution per account of the plan, in the order they were worked on.</summary>
    public async Task<IReadOnlyList<Resolution>> ResolveAsync(ContactPlan plan, StopSignal stop)
    {
        if (plan.Accounts.Count == 0)
            return [ContactPlanner.Unreachable(plan.Contact)];
        var findings = new ContactFindings();
        var inquiries = new Dictionary<string, Inquiry>(StringComparer.Ordinal);
        foreach (var account in plan.Accounts)
        {
            if (account.Settled is not null)
                continue;
            var inquiry = inquiries[account.Account.Id] = new Inquiry(plan, account);
            if (options.EachAccount)
                await inquirer.AskAsync(inquiry, findings, stop);
        }
        var resolutions = new List<Resolution>(plan.Accounts.Count);
        foreach (var account in plan.Accounts)
        {
            if (account.Settled is { } settled)
                resolutions.Add(settled);
            else if (!options.EachAccount && resolutions.Exists(IsReached))
                resolutions.Add(Elsewhere(plan.Contact, account));
            else
                resolutions.Add(await ResolveAsync(inquiries[account.Account.Id], findings, stop));
        }
        return resolutions;
    }

    private static bool IsReached(Resolution resolution) =>
        resolution.Outcome is Outcome.Resolved or Outcome.Unknown || (resolution.Decision == Decision.Start && resolution.Outcome is null);

    private static Resolution Elsewhere(Contact contact, AccountPlan plan) => new()
    {
        ContactKey = contact.Key,
        Account = plan.Account,
        Decision = Decision.Skip,
        Outcome = Outcome.Skipped,
        Identifier = plan.Candidates[0].Identifier,
        Score = plan.Candidates[0].Score,
        Evidence = [.. plan.Candidates[0].Evidence, PlanEvidence.ReachedElsewhere],
    };

    private async Task<Resolution> ResolveAsync(Inquiry inquiry, ContactFindings findings, StopSignal stop)
    {
        var starts = 0;
        Resolution? failed = null;
        while (true)
        {
            await inquirer.AskAsync(inquiry, findings, stop);
            var (judged, trial) = judge.Judge(inquiry, findings);
            if (trial is null)
                return (judged.Outcome == Outcome.NotFound ? failed ?? judged : judged) with { Lookups = inquiry.Lookups, Starts = starts };
            if (Known(judged, inquiry.Contact) is { } known)
                return known with { Lookups = inquiry.Lookups, Starts = starts };
            if (starter is null)
                return judged with { Lookups = inquiry.Lookups };
            var started = await starter.StartAsync(inquiry.Contact, lanes[inquiry.Plan.Account.Id], Sent(trial), trial.Answer.User, judged, stop);
            starts += started.Starts;
            if (started.Outcome is not (Outcome.NotFound or Outcome.Failed))
                return started with { Lookups = inquiry.Lookups, Starts = starts };
            failed = started.Outcome == Outcome.Failed || failed is null ? started : failed;
            inquiry.Drop(trial.Candidate.Identifier);
            if (!inquiry.Open.Any() && inquiry.Trials.Count == 0)
                return failed with { Lookups = inquiry.Lookups, Starts = starts };
        }
    }

    private static Candidate Sent(Trial trial) => trial.Answer.FoundBy is { } form ? trial.Candidate with { Identifier = form } : trial.Candidate;

    // The person found may have a chat that no identifier of the contact led to, or one that another contact's start has just shown.
    private Resolution? Known(Resolution judged, Contact contact)
    {
        if (judged.User is not { } user)
            return null;
        var account = judged.Account!;
        if (listings.TryGetValue(account.Id, out var listing) && listing.Find(new Identifier(IdentifierKind.UserId, user.Id)) is [{ Chat: { } chat }])
            return judged with { Outcome = Outcome.Resolved, Via = ResolvedVia.Lookup, ChatId = chat.Id, Status = ChatStatus.Existing };
        return reached.ChatOf(account.Id, user.Id, contact.Key) is { } chatId
            ? judged with { Outcome = Outcome.Resolved, Via = ResolvedVia.Lookup, ChatId = chatId, Status = ChatStatus.Existing }
            : null;
    }
}
