namespace Beeper.Resolver.Merging;

/// <summary>
/// Whom a decision is about, in a form that survives re-imports: the digests of the records, and for records that have changed since, the
/// names and identifiers they had.
/// </summary>
/// <param name="Key">The contact's key when it was decided; for people to read.</param>
/// <param name="Digests">The records' digests.</param>
/// <param name="Names">The names on the records.</param>
/// <param name="Identifiers">The identifiers of the records.</param>
public sealed record MergeSubject(string Key, IReadOnlyList<string> Digests, IReadOnlyList<string> Names, IReadOnlyList<Identifier> Identifiers)
{
    /// <summary>All records of a contact.</summary>
    public static MergeSubject Of(Contact contact) => Of(contact.Key, contact.Records);

    /// <summary>Some records of a contact.</summary>
    public static MergeSubject Of(string key, IEnumerable<NormalizedRecord> records)
    {
        var all = records.ToList();
        return new MergeSubject(
            key,
            [.. all.Select(static record => RecordDigest.Text(RecordDigest.Of(record))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. all.Select(static record => record.Name).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. all.SelectMany(static record => record.Identifiers).Select(static given => given.Identifier).Distinct()]);
    }

    /// <summary>The key only.</summary>
    public override string ToString() => Key;
}
