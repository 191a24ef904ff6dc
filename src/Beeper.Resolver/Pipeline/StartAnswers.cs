using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// What the end of a start means: the state it settles in, and the resolution of the contact. The person that came back is compared with
/// the one asked for; a contradiction is held and its chat never counts as the contact's.
/// </summary>
internal sealed class StartAnswers(NetworkCatalog networks, RankingModel model, TimeProvider time)
{
    private readonly PersonCheck _persons = new(model);

    /// <summary>The reason kept with a start whose answer was somebody else's chat.</summary>
    public const string Mismatch = "mismatch";

    /// <summary>The state a start settles in. Where the other person may have seen something, all that is not a plain answer is unknown.</summary>
    public static StartSettlement Settlement(StartResult result, NetworkProfile profile, DateTimeOffset now, StartEffect effect) => new(result.Kind switch
    {
        StartResultKind.Started => OperationState.Resolved,
        StartResultKind.NotFound => OperationState.NotFound,
        StartResultKind.Rejected => OperationState.Rejected,
        StartResultKind.Unknown => OperationState.Unknown,
        StartResultKind.Throttled or StartResultKind.Conflict or StartResultKind.Redirected when effect != StartEffect.E1 => OperationState.Unknown,
        StartResultKind.Throttled or StartResultKind.Conflict => OperationState.Deferred,
        _ => OperationState.Pending,
    })
    {
        ChatId = result.ChatId,
        Status = result.Status,
        Reason = result.Error?.Code,
        HttpStatus = result.Error?.Status,
        NotBefore = result.Kind switch
        {
            StartResultKind.NotFound => now.AddDays(profile.NotFoundDays),
            StartResultKind.Throttled => now + (result.RetryAfter ?? TimeSpan.FromMinutes(15)),
            _ => null,
        },
    };

    /// <summary>A contact left for a later run.</summary>
    public static Resolution Left(Resolution judged, Evidence reason) =>
        judged with { Outcome = Outcome.Skipped, Via = null, Evidence = [.. judged.Evidence, reason] };

    /// <summary>The resolution that an earlier start of the same target already gives; null when it has to be sent.</summary>
    /// <param name="operation">The start as it stands.</param>
    /// <param name="judged">The resolution so far.</param>
    /// <param name="again">Whether not-found and refused targets are asked again.</param>
    public Resolution? FromStore(StartOperation operation, Resolution judged, bool again) => operation.State switch
    {
        OperationState.Resolved => judged with { Outcome = Outcome.Resolved, Via = ResolvedVia.Cache, ChatId = operation.ChatId, Status = operation.StatusIsCertain ? operation.Status : null },
        OperationState.NotFound when !again && operation.NotBefore > time.GetUtcNow() => judged with { Outcome = Outcome.NotFound, Via = ResolvedVia.Cache },
        OperationState.Rejected when !again && operation.Reason == StartResult.NeedsMessageCode => NeedsMessage(judged) with { Via = ResolvedVia.Cache },
        OperationState.Rejected when !again => Failed(judged, new ResolutionError(operation.Reason ?? "rejected", "The request was refused before. Ask again with --retry-failed.")) with { Via = ResolvedVia.Cache },
        OperationState.Deferred when operation.NotBefore > time.GetUtcNow() => Left(judged, PlanEvidence.Budget),
        OperationState.Skipped => judged with { Decision = Decision.Skip, Outcome = Outcome.Skipped, Via = ResolvedVia.Cache, Evidence = [.. judged.Evidence, PlanEvidence.Dropped] },
        OperationState.Review when operation.Reason == Mismatch => judged with { Decision = Decision.Hold, Outcome = Outcome.Held, Via = ResolvedVia.Cache, Evidence = [.. judged.Evidence, PlanEvidence.Redirected] },
        OperationState.Unknown or OperationState.Inflight or OperationState.Reconciling or OperationState.Review => judged with
        {
            Outcome = Outcome.Unknown,
            Via = ResolvedVia.Cache,
            Evidence = [.. judged.Evidence, PlanEvidence.Unsettled],
            Error = new ResolutionError(operation.Reason ?? "unknown", "An earlier start was never answered. Settle it with: beeper-resolver reconcile"),
        },
        _ => null,
    };

    /// <summary>The resolution that an answer gives.</summary>
    public Resolution Judge(Contact contact, AccountLane lane, Identifier identifier, NetworkUser? seen, Resolution judged, StartResult result)
    {
        judged = judged with { Via = ResolvedVia.Start };
        switch (result.Kind)
        {
            case StartResultKind.Started:
                return Started(contact, lane.Account, identifier, seen, judged, result);
            case StartResultKind.NotFound:
                return judged with { Outcome = Outcome.NotFound };
            case StartResultKind.Rejected when result.Error!.Code == StartResult.NeedsMessageCode:
                return NeedsMessage(judged);
            case StartResultKind.Rejected:
                return Failed(judged, result.Error!);
            case StartResultKind.Unknown:
                return judged with { Outcome = Outcome.Unknown, Error = result.Error };
            case StartResultKind.Throttled:
                lane.Close(PlanEvidence.Budget);
                return Left(judged, PlanEvidence.Budget);
            case StartResultKind.Conflict or StartResultKind.AccountMissing:
                lane.Close(PlanEvidence.NotReady);
                return Left(judged, PlanEvidence.NotReady);
            case StartResultKind.NotSent:
                return Left(judged, PlanEvidence.Paused);
            case StartResultKind.Redirected:
                lane.Close(PlanEvidence.Paused);
                throw new DesktopApiException(result.Error!.Status ?? 302, "redirect", result.Error.Message);
            default:
                lane.Close(PlanEvidence.Paused);
                throw new DesktopApiException(result.Error!.Status ?? 401, result.Error.Code, $"{result.Error.Message} Make a token with the write scope in Beeper under Settings > Integrations.");
        }
    }

    private static Resolution NeedsMessage(Resolution judged) =>
        judged with { Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [.. judged.Evidence, PlanEvidence.NeedsMessage] };

    private static Resolution Failed(Resolution judged, ResolutionError error) => judged with { Outcome = Outcome.Failed, Error = error };

    private Resolution Started(Contact contact, Account account, Identifier identifier, NetworkUser? seen, Resolution judged, StartResult result)
    {
        var other = AccountListing.OtherParticipant(new DirectChat(result.ChatId!, account.Id, result.Participants), account);
        var started = judged with { Outcome = Outcome.Resolved, ChatId = result.ChatId, Status = result.Status, User = other ?? judged.User };
        if (other is null)
            return seen is null ? started with { Evidence = [.. judged.Evidence, PlanEvidence.Blind] } : started;
        if (IsRedirected(identifier, seen, other, networks[account.Network]))
            return started with { Decision = Decision.Hold, Outcome = Outcome.Held, Evidence = [.. judged.Evidence, PlanEvidence.Redirected] };
        var name = _persons.Compare(ContactNames.Of(contact), other);
        if (name.IsConflict)
            return started with { Decision = Decision.Hold, Outcome = Outcome.Held, Evidence = [.. judged.Evidence, name.Evidence!] };
        if (seen is not null || name.Evidence is not { } shown)
            return seen is null ? started with { Evidence = [.. judged.Evidence, PlanEvidence.Blind] } : started;
        List<Evidence> evidence = [.. judged.Evidence, shown];
        return started with { Evidence = evidence, Score = model.PersonScore(evidence) };
    }

    // A network may answer with another ID of the same person (a phone's ID for a private one): who carries the identifier asked for is right.
    private static bool IsRedirected(Identifier identifier, NetworkUser? seen, NetworkUser other, NetworkProfile profile) => seen is null
        ? IdentifierForms.Contradicts(identifier, other, profile)
        : !string.Equals(seen.Id, other.Id, StringComparison.Ordinal) && !IdentifierForms.Matches(identifier, other, profile);
}
