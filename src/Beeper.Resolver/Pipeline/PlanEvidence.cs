namespace Beeper.Resolver.Pipeline;

/// <summary>The holds, skips and notes that planning and resolving decide, by their stable IDs.</summary>
internal static class PlanEvidence
{
    public static readonly Evidence NoIdentifier = new("skip.no_identifier", 0, "no account can resolve what is known of the contact");
    public static readonly Evidence ExistingOnly = new("skip.existing_only", 0, "no chat exists, and none is started on this network unasked");
    public static readonly Evidence ReachedElsewhere = new("skip.reached_elsewhere", 0, "the contact has a chat on another account");
    public static readonly Evidence NeedsMessage = new("skip.needs_message", 0, "the network starts this chat only with a first message, which is not sent unasked");
    public static readonly Evidence Limit = new("skip.limit", 0, "the run's limit was reached; the next run goes on here");
    public static readonly Evidence Budget = new("skip.budget", 0, "the network's budget is used up; a later run goes on here");
    public static readonly Evidence Paused = new("skip.paused", 0, "the account answered with errors and is left alone for this run");
    public static readonly Evidence NotReady = new("skip.account_not_ready", 0, "the account is not connected");
    public static readonly Evidence Unverified = new("skip.unverified", 0, "the network cannot show who this is, so nothing is started");
    public static readonly Evidence Dropped = new("skip.dropped", 0, "you dropped this start");
    public static readonly Evidence TwoUsers = new("hold.two_users", 0, "two identifiers lead to two people on this account");
    public static readonly Evidence Doubted = new("hold.name_conflict_elsewhere", 0, "the same identifier leads to another name on another account");
    public static readonly Evidence NextDisagrees = new("hold.next_not_confirmed", 0, "another identifier showed another name, and this one's name does not agree");
    public static readonly Evidence Unconfirmed = new("hold.unconfirmed", 0, "the network cannot show who this is, and nothing else speaks for the identifier");
    public static readonly Evidence Redirected = new("hold.redirected", 0, "the chat that came back is with somebody else");
    public static readonly Evidence Unsettled = new("unknown.unsettled", 0, "an earlier start was never answered; look-ups or you must settle it");
    public static readonly Evidence SameChat = new("note.same_chat", 0, "another contact leads to the same chat; they may be one person");
    public static readonly Evidence NotListed = new("note.not_listed", 0, "the network finds numbers of listed people only, and this one is not listed");
    public static readonly Evidence Blind = new("note.not_shown", 0, "the network does not show who answers");
    public static readonly Evidence OtherForm = new("note.other_form", 0, "found under the older or newer form of the number");

    /// <summary>Whether evidence of this ID means that a later run goes on here.</summary>
    public static bool LeavesWork(string id) => id == Limit.Id || id == Budget.Id || id == Paused.Id || id == NotReady.Id;
}
