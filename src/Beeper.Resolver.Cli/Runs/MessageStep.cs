using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>First messages after a run: shown, confirmed with their number, sent one after another.</summary>
internal sealed class MessageStep(Tool tool, RunRequest request)
{
    private const int Shown = 3;

    /// <returns>The counts.</returns>
    public async Task<MessageCounts> RunAsync(ResolutionStore store, DesktopClient desktop, IReadOnlyList<Account> accounts, NetworkCatalog networks, AccountBudgets budgets)
    {
        var stop = tool.Interruption.Signal;
        var messages = new FirstMessages(store, desktop, request.Options.Careful, networks, budgets: budgets);
        var plan = messages.Plan(request.Message!, accounts, request.MaxMessages);
        Preview(plan);
        if (plan.Messages.Count == 0 || request.Options.PlanOnly)
            return new MessageCounts(plan.Messages.Count, 0, 0, 0, 0, plan.OverLimit);
        if (!request.Yes && !tool.Terminal.Confirm($"{plan.Messages.Count} messages go out to real people and cannot be taken back. Send them?"))
        {
            tool.Terminal.Note("No message was sent. Add --yes to send them without being asked.");
            return new MessageCounts(plan.Messages.Count, 0, 0, 0, 0, plan.Messages.Count);
        }
        var counts = new Dictionary<FirstMessageOutcome, int>();
        await foreach (var result in messages.SendAsync(plan, plan.Messages.Count, stop))
            counts[result.Outcome] = counts.GetValueOrDefault(result.Outcome) + 1;
        var summary = new MessageCounts(
            plan.Messages.Count, Count(FirstMessageOutcome.Sent), Count(FirstMessageOutcome.NotNeeded) + Count(FirstMessageOutcome.AlreadyEntered),
            Count(FirstMessageOutcome.Refused), Count(FirstMessageOutcome.Unknown), Count(FirstMessageOutcome.Left) + plan.OverLimit);
        tool.Terminal.Note($"{summary.Sent} first messages sent, {summary.NotNeeded} not needed, {summary.Refused} refused, {summary.Unknown} of unknown outcome (never repeated by itself), {summary.Left} left.");
        return summary;

        int Count(FirstMessageOutcome outcome) => counts.GetValueOrDefault(outcome);
    }

    private void Preview(FirstMessagePlan plan)
    {
        tool.Terminal.Note($"First messages: at most {plan.Messages.Count}; chats that hold a message of yours are left out. {plan.AlreadyEntered} have theirs already, {plan.WithoutName} have no name for the text, {plan.OverLimit} are over the limit.");
        foreach (var message in plan.Messages.Take(Shown))
            tool.Terminal.Note($"  {VisibleText.Of(message.Contact.Name)} on {message.Account.Id}: {VisibleText.Of(message.Text)}");
        if (plan.Messages.Count > Shown)
            tool.Terminal.Note($"  and {plan.Messages.Count - Shown} more");
    }
}
