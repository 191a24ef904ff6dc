using System.Globalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// A record's identity by what it says and not by where it stands: source, name, organisation and identifiers. A row keeps its digest when
/// rows are added, removed or moved around it.
/// </summary>
internal static class RecordDigest
{
    public static ulong Of(NormalizedRecord record)
    {
        var identifiers = 0UL;
        for (var index = 0; index < record.Identifiers.Count; index++)
            identifiers += MergeKey.Hash(record.Identifiers[index].Identifier);
        return Of(record, identifiers);
    }

    /// <summary>The digest, given the sum of the hashes of the identifiers' keys.</summary>
    public static ulong Of(NormalizedRecord record, ulong identifiers)
    {
        var hash = StableHash.Add(StableHash.Seed(0), record.Location.Source);
        hash = StableHash.Add(hash, record.Name);
        hash = StableHash.Add(hash, record.Organization);
        return StableHash.Mix(hash ^ identifiers);
    }

    /// <summary>The digest as stored.</summary>
    public static string Text(ulong digest) => digest.ToString("x16", CultureInfo.InvariantCulture);
}
