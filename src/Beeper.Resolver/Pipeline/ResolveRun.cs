using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Finds and starts the chats of all contacts in a store. What the store answers costs nothing; for the rest the accounts' listings are read
/// once, every contact is planned, looked up and, unless only a plan is wanted, started. Accounts work side by side.
/// </summary>
public sealed class ResolveRun
{
    // Contacts that wait for one network's pace must not keep the other accounts idle.
    private const int ContactsPerAccount = 8;
    private const int MostContactsAtOnce = 64;

    // Without requests a contact takes microseconds, less than handing it over does.
    private const int ContactsPerBatch = 256;

    private readonly ResolutionStore _store;
    private readonly DesktopClient? _desktop;
    private readonly NetworkCatalog _networks;
    private readonly ResolveOptions _options;
    private readonly TimeProvider _time;
    private readonly AccountBudgets _budgets;
    private readonly AnswerWriter _answers;

    // Work that was left is known from the contacts themselves, but not that which was never begun.
    private volatile bool _hasLeft;

    /// <summary>Makes a run.</summary>
    /// <param name="store">The store; unless only a plan is wanted, the caller holds its run lock.</param>
    /// <param name="desktop">The client; null plans without any request.</param>
    /// <param name="options">What the run may do.</param>
    /// <param name="networks">The networks; null for those the library ships.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="budgets">What was sent lately, shared by all that send in this process; null where this run is the only one.</param>
    public ResolveRun(ResolutionStore store, DesktopClient? desktop, ResolveOptions options, NetworkCatalog? networks = null, TimeProvider? time = null, AccountBudgets? budgets = null)
    {
        if (desktop is null && !options.PlanOnly)
            throw new ArgumentException("Only a plan can be made without a client.", nameof(desktop));
        _store = store;
        _desktop = desktop;
        _options = options;
        _networks = networks ?? NetworkCatalog.Default;
        _time = time ?? TimeProvider.System;
        _answers = new AnswerWriter(store, _networks, _time);
        _budgets = budgets ?? new AccountBudgets(store, _networks, _time);
    }

    /// <summary>How many contacts the store could not answer; known once the first result is out.</summary>
    public int Due { get; private set; }

    /// <summary>The contacts of the store, where the caller has just merged them; null (the default) reads them.</summary>
    public IReadOnlyList<Contact>? Contacts { get; init; }

    /// <summary>
    /// What the store answers of all contacts together; null where one of them is due, and where a run has not yet found out that none is. It
    /// is what counting the results of <see cref="RunAsync"/> would give, without looking at each contact.
    /// </summary>
    /// <param name="accounts">The accounts to use.</param>
    public SettledRun? FindSettled(IReadOnlyList<Account> accounts)
    {
        if (_options.Refresh || _options.PlanOnly)
            return null;
        var settled = _store.SettledRuns.Find(WorkKey(accounts), _time.GetUtcNow());
        return _options.RetryFailed && settled?.Accounts.Any(static one => one.Outcome == Outcome.Failed) == true ? null : settled;
    }

    /// <summary>
    /// The results, those the store answers first. Enumerate once. When <paramref name="stop"/> asks to stop, the starts in flight end and
    /// the enumeration throws <see cref="OperationCanceledException"/>; everything finished is in the store.
    /// </summary>
    /// <param name="accounts">The accounts to use.</param>
    /// <param name="stop">How the run is stopped.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerable<ContactResult> RunAsync(IReadOnlyList<Account> accounts, StopSignal stop, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var contacts = Load();
        var model = RankingModel.Of([.. contacts.Select(static one => one.Contact)]);
        var fingerprints = new WorkFingerprint(accounts, _networks, model, _options);
        var earlier = _store.Resolutions.Load();
        var known = new KnownAnswers(earlier, _options, _time.GetUtcNow());
        var due = new List<(StoredContact Contact, byte[] Fingerprint)>();
        var answered = new List<ContactResult>();
        foreach (var contact in contacts)
        {
            var fingerprint = fingerprints.Of(contact.Contact);
            if (known.Find(contact, fingerprint) is { } answer)
                answered.Add(answer);
            else
                due.Add((contact, fingerprint));
        }
        Due = Math.Min(due.Count, _options.Limit ?? int.MaxValue);
        foreach (var answer in answered)
            yield return answer;
        foreach (var (contact, _) in due.Skip(Due))
            yield return Left(contact.Contact);
        if (Due > 0)
        {
            await foreach (var result in WorkAsync(contacts, due[..Due], accounts, model, earlier, stop, cancellationToken))
                yield return result;
        }
        if (!_options.PlanOnly && Due == due.Count && !_hasLeft)
            _store.SettledRuns.Save(WorkKey(accounts));
    }

    private IReadOnlyList<StoredContact> Load()
    {
        if (Contacts is null)
            return _store.Contacts.Load();
        var fingerprints = _store.Contacts.LoadFingerprints();
        return [.. Contacts.Select(contact => new StoredContact(contact, fingerprints.GetValueOrDefault(contact.Key)))];
    }

    // The versions of the rules do not depend on the contacts.
    private byte[] WorkKey(IReadOnlyList<Account> accounts) => new WorkFingerprint(accounts, _networks, RankingModel.Of([]), _options).Common;

    private static ContactResult Left(Contact contact) => new(
        contact,
        [new Resolution { ContactKey = contact.Key, Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [PlanEvidence.Limit] }],
        FromStore: false);

    private async IAsyncEnumerable<ContactResult> WorkAsync(
        IReadOnlyList<StoredContact> contacts, List<(StoredContact Contact, byte[] Fingerprint)> due, IReadOnlyList<Account> accounts, RankingModel model, ILookup<string, StoredResolution> earlier, StopSignal stop,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var listings = _desktop is null ? new Dictionary<string, AccountListing>() : await new ListingReader(_desktop, _networks).ReadAsync(accounts, stop.Claiming);
        if (!_options.PlanOnly)
            await new Reconciliation(_store, _desktop!, _time).SettleAsync(contacts, accounts, listings, stop.Claiming);
        IReadOnlyList<Contact> all = [.. contacts.Select(static one => one.Contact)];
        var reach = new AccountReach(all, listings, accounts, _networks, model.Weights);
        var planner = new ContactPlanner(_networks, model, accounts, new SharedPeople(all, listings), reach, _options, canLookUp: _desktop is not null, _time.GetUtcNow());
        var lanes = accounts.ToDictionary(static account => account.Id, account => new AccountLane(account, _time), StringComparer.Ordinal);
        using var deadline = Deadline(lanes.Values, began);
        var reached = new ReachedPeople(earlier);
        var pacer = new Pacer(_budgets, _time, Random.Shared, _options.Careful);
        var lookup = _desktop is null ? null : new ContactLookup(_desktop, _store, _networks, pacer, _options, _time);
        var resolver = new ContactResolver(
            new Inquirer(_networks, model, lookup, lanes), new InquiryJudge(_networks, model, canLookUp: lookup is not null), Starter(model, pacer), lanes, listings, reached, _options);
        var results = Channel.CreateBounded<ContactResult[]>(_desktop is null ? 16 : 256);
        // What ends the run for one contact, such as a full disk, ends it for all: those who wait for their turn send nothing more.
        Exception? ending = null;
        using var claiming = CancellationTokenSource.CreateLinkedTokenSource(stop.Claiming);
        var working = stop with { Claiming = claiming.Token };
        var work = Task.Run(async () =>
        {
            Exception? failed = null;
            try
            {
                await Parallel.ForEachAsync(due.Chunk(_desktop is null ? ContactsPerBatch : 1), Parallelism(accounts), async (batch, _) =>
                {
                    try
                    {
                        var done = new ContactResult[batch.Length];
                        for (var index = 0; index < batch.Length; index++)
                            done[index] = await WorkOnAsync(batch[index].Contact.Contact, batch[index].Fingerprint);
                        await results.Writer.WriteAsync(done, CancellationToken.None);
                    }
                    catch (Exception error)
                    {
                        Interlocked.CompareExchange(ref ending, error, null);
                        await claiming.CancelAsync();
                        throw;
                    }
                });
            }
            catch (Exception error)
            {
                failed = ending ?? error;
            }
            // However the run ends, what is finished is in the store.
            try
            {
                _answers.Flush();
            }
            catch (StoreException error)
            {
                failed ??= error;
            }
            results.Writer.Complete(failed);
        }, CancellationToken.None);
        await foreach (var batch in results.Reader.ReadAllAsync(cancellationToken))
        {
            foreach (var result in batch)
                yield return result;
        }
        await work;
        foreach (var lane in lanes.Values)
            lane.Dispose();

        async Task<ContactResult> WorkOnAsync(Contact contact, byte[] fingerprint)
        {
            working.Claiming.ThrowIfCancellationRequested();
            if (_options.MaxDuration is { } most && _time.GetElapsedTime(began) >= most)
            {
                _hasLeft = true;
                return Left(contact);
            }
            List<StoredResolution> before = [.. earlier[contact.Key]];
            var resolutions = await resolver.ResolveAsync(planner.Plan(contact, accounts, listings, before), working);
            var result = new ContactResult(contact, [.. resolutions.Select(one => Compared(one, before, reached))], FromStore: false);
            if (!_options.PlanOnly)
                _answers.Save(result, fingerprint);
            return result;
        }
    }

    // Contacts that were begun and wait for their turn are left too: at a network's pace they could take hours.
    private ITimer? Deadline(IReadOnlyCollection<AccountLane> lanes, long began)
    {
        if (_options.MaxDuration is not { } most)
            return null;
        var left = most - _time.GetElapsedTime(began);
        return _time.CreateTimer(_ => Close(), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        void Close()
        {
            foreach (var lane in lanes)
                lane.Close(PlanEvidence.Limit);
        }
    }

    private ParallelOptions Parallelism(IReadOnlyList<Account> accounts) =>
        new() { MaxDegreeOfParallelism = _desktop is null ? Environment.ProcessorCount : Math.Clamp(accounts.Count * ContactsPerAccount, 1, MostContactsAtOnce) };

    private ChatStarter? Starter(RankingModel model, Pacer pacer) => _options.PlanOnly ? null : new ChatStarter(
        _desktop!, _store, _networks, new StartAnswers(_networks, model, _time), pacer,
        new StartDelivery(_store, token => _desktop!.GetAccountsAsync(token), _time, owner: Guid.NewGuid().ToString("N")), _options, _time);

    // Two contacts on one chat are said on both: on this one now, on the other one in the store.
    private Resolution Compared(Resolution resolution, List<StoredResolution> before, ReachedPeople reached)
    {
        if (reached.Add(resolution) is { } other)
        {
            if (!resolution.Evidence.Any(static one => one.Id == PlanEvidence.SameChat.Id))
                resolution = resolution with { Evidence = [.. resolution.Evidence, PlanEvidence.SameChat] };
            if (!_options.PlanOnly)
                _answers.AddEvidence(other, resolution.Account!.Id, PlanEvidence.SameChat);
        }
        return before.Find(one => one.Resolution.Account?.Id == resolution.Account?.Id) is { } stored
            ? resolution with { Earlier = EarlierDecision.Of(stored.Resolution, resolution) ?? stored.Resolution.Earlier }
            : resolution;
    }
}
