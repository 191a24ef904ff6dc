using Beeper.Resolver.Cli.Connections;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>One <c>resolve</c> or <c>plan</c>, from the files to the summary. Both are the same up to the first request that is not a GET.</summary>
internal sealed class ContactRun(Tool tool, ResolvedSettings settings, RunRequest request)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync()
    {
        ImportStep.CheckFiles(request.Files, request.Books);
        using var store = ResolutionStore.Open(settings.StorePath);
        using var held = request.Wait ? await RunLock.AcquireAsync(store.Path, TimeProvider.System, tool.Interruption.Signal.Claiming) : RunLock.Acquire(store.Path);
        if (store.IsNew)
            tool.Terminal.Note($"New store: {store.Path}");
        if (store.Operations.RecoverOrphans(held) is > 0 and var unknown)
            tool.Terminal.Note($"An earlier run ended without notice; {unknown} of its starts are of unknown outcome and are looked up first.");
        var step = new ImportStep(store, settings, request.Books);
        var imports = step.Import(request.Files);
        foreach (var import in imports)
            tool.Terminal.Note(ImportText.Line(import));
        var contacts = store.Contacts.Count();
        if (contacts == 0)
            throw new UsageException("The store holds no contact yet. Name an address book, such as: beeper-resolver resolve contacts.csv");
        var run = request.Options.PlanOnly ? (long?)null : store.Runs.Begin(request.Command, Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var summary = new RunSummary();
        var code = await ResolveAsync(store, contacts, step.Contacts, imports, summary);
        if (run is { } id)
            store.Runs.End(id, code, System.Text.Json.JsonSerializer.Serialize(SummaryDocument.Of(summary, imports, requests: null), ResolverJson.Options));
        return code;
    }

    private async Task<int> ResolveAsync(ResolutionStore store, int contacts, IReadOnlyList<Contact>? merged, IReadOnlyList<ImportResult> imports, RunSummary summary)
    {
        var stop = tool.Interruption.Signal;
        await using var desktop = request.Offline ? null : await DesktopConnection.OpenAsync(settings, readOnly: request.Options.PlanOnly, request.StartTimeout, stop.Aborting);
        var accounts = AccountSelection.Ready(desktop is null ? OfflineAccounts.Load(store, settings) : await ReadAccountsAsync(store, desktop, stop.Claiming), request.Accounts);
        var budgets = new AccountBudgets(store, settings.Networks);
        var run = new ResolveRun(store, desktop?.Client, request.Options, settings.Networks, budgets: budgets) { Contacts = merged };
        var printer = ResultPrinter.Of(request, tool.Terminal);
        if (request.Form == OutputForm.Text && run.FindSettled(accounts) is { } settled && settled.Contacts == contacts)
            summary.Add(settled);
        else
            await FollowAsync(run, accounts, contacts, store, summary, printer);
        if (!summary.Balances(contacts))
            throw new InvariantException($"{contacts} contacts are in the store and {summary.Contacts} were reported.");
        var requests = new RequestCounts(desktop?.Client.Reads ?? 0, desktop?.Client.Writes ?? 0);
        var messages = request.Message is null || desktop is null ? null : await new MessageStep(tool, request).RunAsync(store, desktop.Client, accounts, settings.Networks, budgets);
        var code = Code(summary, imports);
        if (code is ExitCode.Finished or ExitCode.WorkLeft && messages is not null)
            code = messages.Code ?? code;
        var unknown = UnknownMessages(store);
        if (code is ExitCode.Finished or ExitCode.WorkLeft && unknown > 0)
            code = ExitCode.SomeFailed;
        printer.Finish(SummaryDocument.Of(summary, imports, requests) with { Messages = messages, UnknownMessages = unknown }, summary, NextStep.Of(request, summary, code, unknown));
        return code;
    }

    private async Task FollowAsync(ResolveRun run, IReadOnlyList<Account> accounts, int contacts, ResolutionStore store, RunSummary summary, ResultPrinter printer)
    {
        var budgetLine = request.Options.PlanOnly ? null : new BudgetLine(store, accounts, settings.Networks);
        var progress = new RunProgress(tool.Terminal, budgetLine, request.Form == OutputForm.JsonLines && tool.Terminal.IsWatched);
        await progress.FollowAsync(run, run.RunAsync(accounts, tool.Interruption.Signal), contacts, summary, printer.Add);
    }

    // Of this run and of all before it: what is not known stays in sight until it is settled.
    private int UnknownMessages(ResolutionStore store)
    {
        var unknown = store.Outbox.States(FirstMessages.Campaign).Values.Count(static state => state is OperationState.Unknown or OperationState.Review);
        if (unknown > 0)
            tool.Terminal.Note(unknown == 1 ? "1 first message is of unknown outcome; it is not repeated." : $"{unknown} first messages are of unknown outcome; none is repeated.");
        return unknown;
    }

    private static async Task<IReadOnlyList<Account>> ReadAccountsAsync(ResolutionStore store, DesktopConnection desktop, CancellationToken cancellationToken)
    {
        var accounts = await desktop.Client.GetAccountsAsync(cancellationToken);
        store.Accounts.Save(accounts, TimeProvider.System.GetUtcNow());
        return accounts;
    }

    private int Code(RunSummary summary, IReadOnlyList<ImportResult> imports)
    {
        if (summary.Accounts.Any(static account => account.Failed + account.Unknown > 0))
            return ExitCode.SomeFailed;
        if (request.FailOn.Contains("held") && summary.Accounts.Any(static account => account.Held > 0))
            return ExitCode.FailedOn;
        if (request.FailOn.Contains("rejected") && imports.Any(static import => import.Source.Rejected > 0))
            return ExitCode.FailedOn;
        return summary.Left > 0 ? ExitCode.WorkLeft : ExitCode.Finished;
    }
}
