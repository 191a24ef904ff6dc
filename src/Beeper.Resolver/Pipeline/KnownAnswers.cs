using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>Which contacts the store answers, and how long an answer stands.</summary>
internal sealed class KnownAnswers(ILookup<string, StoredResolution> known, ResolveOptions options, DateTimeOffset now)
{
    private const int HeldDays = 7;

    /// <summary>The store's answer for a contact whose work is unchanged; null when it is due.</summary>
    public ContactResult? Find(StoredContact contact, byte[] fingerprint)
    {
        if (options.Refresh || contact.Fingerprint is null || !contact.Fingerprint.AsSpan().SequenceEqual(fingerprint))
            return null;
        var stored = known[contact.Contact.Key].ToList();
        if (stored.Count == 0 || stored.Exists(one => one.ExpiresAt <= now))
            return null;
        if (options.RetryFailed && stored.Exists(static one => one.Resolution.Outcome == Outcome.Failed))
            return null;
        return new ContactResult(contact.Contact, [.. stored.Select(static one => Cached(one.Resolution))], FromStore: true);
    }

    /// <summary>How a resolution is stored.</summary>
    public static StoredResolution Store(Resolution resolution, int notFoundDays, DateTimeOffset now) => new(resolution with { Lookups = 0, Starts = 0 }, now, resolution.Outcome switch
    {
        Outcome.NotFound => now.AddDays(notFoundDays),
        // A start whose answer was never read is looked at again by every run; a person may have settled it.
        Outcome.Unknown => now,
        Outcome.Held => now.AddDays(HeldDays),
        Outcome.Skipped when resolution.Account is not null => now.AddDays(HeldDays),
        _ => null,
    });

    private static Resolution Cached(Resolution resolution) => resolution.Via is null ? resolution : resolution with { Via = ResolvedVia.Cache };
}
