using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>
/// What settles starts of unknown outcome: look-ups, or a person. Only a start nobody can see goes back to pending after a look-up that shows
/// nothing, and not for ever; one that may have invited or carried text waits for a person once its grace period is over.
/// </summary>
public sealed class UnsettledTable
{
    private readonly StoreConnection _connection;
    private readonly Transitions _transitions;

    internal UnsettledTable(StoreConnection connection, Transitions? transitions = null)
    {
        _connection = connection;
        _transitions = transitions ?? Transitions.Default;
    }

    /// <summary>Takes an unknown start for a look-up.</summary>
    public void LookUp(long id, string owner) => Step(id, _transitions.LookUp, "state = 'reconciling', owner = @owner", new { id, owner });

    /// <summary>The look-up shows the chat, or the message in it.</summary>
    public void Prove(long id, string owner, string chatId) =>
        Step(id, _transitions.Prove, "state = 'resolved', owner = null, chat_id = @chatId, status_certain = 0, reason = 'reconciled'", new { id, owner, chatId });

    /// <summary>The look-up shows nothing, so a start nobody can see may be sent again.</summary>
    public void Disprove(long id, string owner) =>
        Step(id, _transitions.Disprove, "state = 'pending', owner = null, not_before = null, reason = 'not_seen'", new { id, owner, most = Transitions.MostAttempts });

    /// <summary>The look-up cannot settle it; a person has to.</summary>
    /// <param name="id">The start.</param>
    /// <param name="owner">The run that looked.</param>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="contradicted">Whether the look-up shows more than one chat, or somebody else's; then there is no grace period.</param>
    /// <param name="graceEnd">Starts sent until then are past their grace period.</param>
    public void Doubt(long id, string owner, string reason, bool contradicted, DateTimeOffset graceEnd) => Step(id, _transitions.Doubt, "state = 'review', owner = null, reason = @reason",
        new { id, owner, reason, contradicted, most = Transitions.MostAttempts, graceEnd = graceEnd.ToUnixTimeMilliseconds() });

    /// <summary>The look-up could not be made, or it is too early to tell.</summary>
    public void Postpone(long id, string owner) => Step(id, _transitions.Postpone, "state = 'unknown', owner = null", new { id, owner });

    /// <summary>A person says that the chat is this one, or that the message is in it.</summary>
    public void DecideDone(long id, string chatId) => Decide(id, OperationState.Resolved, chatId);

    /// <summary>A person allows one more request.</summary>
    public void DecideAgain(long id) => Decide(id, OperationState.Pending, null);

    /// <summary>A person drops it.</summary>
    public void DecideSkipped(long id) => Decide(id, OperationState.Skipped, null);

    private void Decide(long id, OperationState to, string? chatId)
    {
        var state = EnumNames.Of(to);
        Step(id, _transitions.Decide, "state = @state, owner = null, not_before = null, again = (@state = 'pending'), chat_id = coalesce(@chatId, chat_id), reason = 'decided'", new { id, state, chatId });
    }

    private void Step(long id, Transition transition, string changes, object parameters) => _connection.Write((sqlite, transaction) =>
    {
        if (sqlite.Execute($"update op set {changes} where op_id = @id and {transition.Where()}", parameters, transaction) != 1)
            throw StoreException.Broken(id, _connection.Path);
    });
}
