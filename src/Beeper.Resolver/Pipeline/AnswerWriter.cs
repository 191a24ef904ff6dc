using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Saves what is known of contacts. What took a request is on disk when it returns; what the next run would find out again without one waits
/// for others, because a transaction of its own for each of a million contacts takes an hour. Thread-safe.
/// </summary>
internal sealed class AnswerWriter(ResolutionStore store, NetworkCatalog networks, TimeProvider time)
{
    private const int Most = 512;

    private readonly Lock _gate = new();
    private readonly List<(string ContactKey, IReadOnlyList<StoredResolution> Resolutions, byte[]? Fingerprint)> _waiting = [];

    /// <summary>Saves a contact's resolutions. Work that was left has no fingerprint, so that the next run takes it up again.</summary>
    public void Save(ContactResult result, byte[] fingerprint)
    {
        var now = time.GetUtcNow();
        var stored = result.Resolutions.Select(one => KnownAnswers.Store(one, one.Account is { } account ? networks[account.Network].NotFoundDays : 0, now)).ToList();
        lock (_gate)
        {
            _waiting.Add((result.Contact.Key, stored, result.IsLeft ? null : fingerprint));
            if (_waiting.Count >= Most || result.Resolutions.Any(static one => one.Starts + one.Lookups > 0))
                Flush();
        }
    }

    /// <summary>Adds evidence to what is known of a contact on an account.</summary>
    public void AddEvidence(string contactKey, string accountId, Evidence evidence)
    {
        Flush();
        store.Resolutions.AddEvidence(contactKey, accountId, evidence);
    }

    /// <summary>Saves what waits.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
                return;
            store.Resolutions.Save(_waiting);
            _waiting.Clear();
        }
    }
}
