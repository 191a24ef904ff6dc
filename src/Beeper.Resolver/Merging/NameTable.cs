using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>The folded names of records, each folded when it is first needed and once. Two threads may fold the same name; both get the same.</summary>
internal sealed class NameTable(IReadOnlyList<NormalizedRecord> records)
{
    private readonly FoldedName?[] _names = new FoldedName?[records.Count];

    public FoldedName this[int record] => _names[record] ??= NameFolder.Fold(records[record].Name);

    /// <summary>
    /// A hash of the words of a name in any order, for names of at least two whole words that are a person's; 0 for all others.
    /// </summary>
    public static ulong FullNameHash(FoldedName name)
    {
        if (!name.IsPerson || name.Tokens.Count < 2)
            return 0;
        var hash = 0UL;
        for (var index = 0; index < name.Tokens.Count; index++)
        {
            if (name.Tokens[index].IsInitial)
                return 0;
            hash += StableHash.Mix(StableHash.Add(StableHash.Seed(7), name.Tokens[index].Form));
        }
        return StableHash.Mix(StableHash.Add(hash, name.Generation));
    }
}
