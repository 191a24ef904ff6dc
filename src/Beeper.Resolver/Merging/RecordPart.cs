using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>The identifiers of a run of records as hashes, and the pass that fills the table's rows for them.</summary>
internal sealed class RecordPart
{
    /// <summary>Records per part.</summary>
    public const int Size = 1 << 12;

    private readonly ulong[] _keys;
    private readonly ulong[] _identifiers;
    private readonly bool[] _isEvidence;
    private readonly int[] _ends;

    public RecordPart(RecordTable table, int first)
    {
        _ends = new int[Math.Min(Size, table.Count - first)];
        var total = 0;
        for (var index = 0; index < _ends.Length; index++)
            _ends[index] = total += table.Records[first + index].Identifiers.Count;
        _keys = new ulong[total];
        _identifiers = new ulong[total];
        _isEvidence = new bool[total];
        for (var index = 0; index < _ends.Length; index++)
            Read(table, first + index, Start(index));
    }

    public ReadOnlySpan<ulong> Keys(int index) => _keys.AsSpan(Start(index).._ends[index]);

    public ReadOnlySpan<ulong> Identifiers(int index) => _identifiers.AsSpan(Start(index).._ends[index]);

    public ReadOnlySpan<bool> AreEvidence(int index) => _isEvidence.AsSpan(Start(index).._ends[index]);

    private int Start(int index) => index == 0 ? 0 : _ends[index - 1];

    private void Read(RecordTable table, int index, int at)
    {
        var record = table.Records[index];
        var hasProfile = false;
        var sum = 0UL;
        for (var given = 0; given < record.Identifiers.Count; given++, at++)
        {
            var identifier = record.Identifiers[given].Identifier;
            _isEvidence[at] = record.Identifiers[given].Type is not (PhoneType.TollFree or PhoneType.PremiumRate or PhoneType.SharedCost or PhoneType.Uan);
            sum += _keys[at] = MergeKey.Hash(identifier);
            _identifiers[at] = MergeKey.WholeHash(identifier);
            hasProfile |= MergeVeto.IsProfile(identifier);
        }
        var name = NameFolder.Fold(record.Name);
        table.Digests[index] = RecordDigest.Of(record, sum);
        table.NameHashes[index] = StableHash.Add(StableHash.Seed(11), record.Name);
        table.FullNames[index] = RecordTable.FullNameHash(name);
        table.Facts[index] = new RecordFacts(NameComparer.Compare(name, name), name.Words.Length == 0 || !name.IsPerson, HasInitial(name), hasProfile);
    }

    private static bool HasInitial(FoldedName name)
    {
        foreach (ref readonly var word in name.Words.AsSpan())
        {
            if (word.IsInitial)
                return true;
        }
        return false;
    }
}
