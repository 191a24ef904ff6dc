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
    private const int MostContactsAtOnce = 8;

    private readonly ResolutionStore _store;
    private readonly DesktopClient? _desktop;
    private readonly NetworkCatalog _networks;
    private readonly RankingWeights _weights;
    private readonly ResolveOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes a run.</summary>
    /// <param name="store">The store; unless only a plan is wanted, the caller holds its run lock.</param>
    /// <param name="desktop">The client; null plans without any request.</param>
    /// <param name="options">What the run may do.</param>
    /// <param name="networks">The networks; null for those the library ships.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public ResolveRun(ResolutionStore store, DesktopClient? desktop, ResolveOptions options, NetworkCatalog? networks = null, TimeProvider? time = null)
    {
        if (desktop is null && !options.PlanOnly)
            throw new ArgumentException("Only a plan can be made without a client.", nameof(desktop));
        _store = store;
        _desktop = desktop;
        _options = options;
        _networks = networks ?? NetworkCatalog.Default;
        _weights = RankingWeights.Default;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>How many contacts the store could not answer; known once the first result is out.</summary>
    public int Due { get; private set; }

    /// <summary>
    /// The results, those the store answers first. Enumerate once. When <paramref name="stop"/> asks to stop, the starts in flight end and
    /// the enumeration throws <see cref="OperationCanceledException"/>; everything finished is in the store.
    /// </summary>
    /// <param name="accounts">The accounts to use.</param>
    /// <param name="stop">How the run is stopped.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerable<ContactResult> RunAsync(IReadOnlyList<Account> accounts, StopSignal stop, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var contacts = _store.Contacts.Load();
        var shared = new SharedIdentifiers([.. contacts.Select(static one => one.Contact)]);
        var fingerprints = new WorkFingerprint(accounts, _weights, _options, shared);
        var known = new KnownAnswers(_store.Resolutions.Load(), _options, _time.GetUtcNow());
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
        if (Due == 0)
            yield break;
        await foreach (var result in WorkAsync(contacts, due[..Due], accounts, shared, stop, cancellationToken))
            yield return result;
    }

    private static ContactResult Left(Contact contact) => new(
        contact,
        [new Resolution { ContactKey = contact.Key, Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [PlanEvidence.Limit] }],
        FromStore: false);

    private async IAsyncEnumerable<ContactResult> WorkAsync(
        IReadOnlyList<StoredContact> contacts, List<(StoredContact Contact, byte[] Fingerprint)> due, IReadOnlyList<Account> accounts, SharedIdentifiers shared, StopSignal stop, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var listings = _desktop is null ? new Dictionary<string, AccountListing>() : await new ListingReader(_desktop, _networks).ReadAsync(accounts, stop.Claiming);
        if (!_options.PlanOnly)
            await new Reconciliation(_store, _desktop!, _time).SettleAsync(contacts, accounts, listings, stop.Claiming);
        var planner = new ContactPlanner(_networks, new CandidateRanker(_networks, _weights, shared), new ListingMatcher(_networks, _weights, shared), _options);
        var lanes = accounts.ToDictionary(static account => account.Id, account => new AccountLane(account, _time), StringComparer.Ordinal);
        var resolver = new ContactResolver(_networks, _weights, _desktop is null ? null : new ContactLookup(_desktop, _networks, _time), Starter(), lanes, _options);
        var results = Channel.CreateBounded<ContactResult>(256);
        var work = Task.Run(async () =>
        {
            try
            {
                await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(accounts.Count * 2, 1, MostContactsAtOnce) }, async (item, _) =>
                {
                    stop.Claiming.ThrowIfCancellationRequested();
                    var isOver = _time.GetElapsedTime(began) >= (_options.MaxDuration ?? TimeSpan.MaxValue);
                    var result = isOver
                        ? Left(item.Contact.Contact)
                        : new ContactResult(item.Contact.Contact, await resolver.ResolveAsync(planner.Plan(item.Contact.Contact, accounts, listings), stop), FromStore: false);
                    if (!_options.PlanOnly && !isOver)
                        Save(result, item.Fingerprint);
                    await results.Writer.WriteAsync(result, CancellationToken.None);
                });
                results.Writer.Complete();
            }
            catch (Exception error)
            {
                results.Writer.Complete(error);
            }
        }, CancellationToken.None);
        await foreach (var result in results.Reader.ReadAllAsync(cancellationToken))
            yield return result;
        await work;
        foreach (var lane in lanes.Values)
            lane.Dispose();
    }

    private ChatStarter? Starter() => _options.PlanOnly ? null : new ChatStarter(
        _desktop!, _store, _networks, new StartAnswers(_networks, _weights, _time), new Pacer(_store, _networks, _time, Random.Shared, _options.Careful),
        new StartDelivery(_store, token => _desktop!.GetAccountsAsync(token), _time, owner: Guid.NewGuid().ToString("N")), _options, _time);

    // Work that was left has no fingerprint, so that the next run takes it up again.
    private void Save(ContactResult result, byte[] fingerprint)
    {
        var now = _time.GetUtcNow();
        var stored = result.Resolutions.Select(one => KnownAnswers.Store(one, one.Account is { } account ? _networks[account.Network].NotFoundDays : 0, now)).ToList();
        _store.Resolutions.Save(result.Contact.Key, stored, result.IsLeft ? null : fingerprint);
    }
}
