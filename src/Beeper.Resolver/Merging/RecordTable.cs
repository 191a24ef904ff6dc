using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// What merging needs of the records, worked out in one pass over them: reading a record again costs more than computing with it, so that all
/// later steps look at numbers, and at a record only where numbers do not tell.
/// </summary>
internal sealed class RecordTable
{
    private readonly RecordPart[] _parts;

    /// <summary>Reads the records, on several threads.</summary>
    public RecordTable(IReadOnlyList<NormalizedRecord> records)
    {
        Records = records;
        Digests = new ulong[records.Count];
        NameHashes = new ulong[records.Count];
        FullNames = new ulong[records.Count];
        Facts = new RecordFacts[records.Count];
        _parts = new RecordPart[(records.Count + RecordPart.Size - 1) / RecordPart.Size];
        Parallel.For(0, _parts.Length, part => _parts[part] = new RecordPart(this, part * RecordPart.Size));
    }

    public IReadOnlyList<NormalizedRecord> Records { get; }

    public int Count => Digests.Length;

    /// <summary>What <see cref="RecordDigest"/> gives for each record.</summary>
    public ulong[] Digests { get; }

    /// <summary>A hash of each record's name as it is written.</summary>
    public ulong[] NameHashes { get; }

    /// <summary>A hash of the words of each record's name in any order; 0 for names that are no full name of a person.</summary>
    public ulong[] FullNames { get; }

    public RecordFacts[] Facts { get; }

    /// <summary>The hashes of the keys of a record's identifiers, in their order.</summary>
    public ReadOnlySpan<ulong> Keys(int record) => _parts[record / RecordPart.Size].Keys(record % RecordPart.Size);

    /// <summary>The hashes of a record's identifiers as they are, in their order.</summary>
    public ReadOnlySpan<ulong> Identifiers(int record) => _parts[record / RecordPart.Size].Identifiers(record % RecordPart.Size);

    /// <summary>Which of a record's identifiers may be one person's: not those of service numbers.</summary>
    public ReadOnlySpan<bool> AreEvidence(int record) => _parts[record / RecordPart.Size].AreEvidence(record % RecordPart.Size);

    /// <summary>What a record says of the identifier with a key; the record has it.</summary>
    public RecordIdentifier Given(int record, ulong key) => Records[record].Identifiers[Keys(record).IndexOf(key)];

    /// <summary>Whether two records have the same name as it is written.</summary>
    public bool AreNamedAlike(int left, int right) =>
        NameHashes[left] == NameHashes[right] && string.Equals(Records[left].Name, Records[right].Name, StringComparison.Ordinal);

    /// <summary>
    /// A hash of the words of a name in any order, for names of at least two whole words that are a person's; 0 for all others.
    /// </summary>
    public static ulong FullNameHash(FoldedName name)
    {
        if (!name.IsPerson || name.Tokens.Count < 2)
            return 0;
        var hash = 0UL;
        foreach (ref readonly var word in name.Words.AsSpan())
        {
            if (word.IsInitial)
                return 0;
            hash += StableHash.Mix(StableHash.Add(StableHash.Seed(7), word.Form));
        }
        return StableHash.Mix(StableHash.Add(hash, name.Generation));
    }
}
