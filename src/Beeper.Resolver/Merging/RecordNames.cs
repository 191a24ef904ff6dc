using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// How the names of two records stand to each other. Most pairs have the same name, of which the table knows the answer; the others are folded
/// when they are compared, those met lately only once. Threads share the folded names without locks: an entry is whole or absent.
/// </summary>
internal sealed class RecordNames(RecordTable table)
{
    private const int Slots = 1 << 14;

    private readonly Entry?[] _lately = new Entry?[Slots];

    /// <summary>The folded name of a record.</summary>
    public FoldedName this[int record]
    {
        get
        {
            var name = table.Records[record].Name;
            ref var slot = ref _lately[(int)(table.NameHashes[record] >> 20) & (Slots - 1)];
            if (slot is { } known && string.Equals(known.Name, name, StringComparison.Ordinal))
                return known.Folded;
            var folded = NameFolder.Fold(name);
            slot = new Entry(name, folded);
            return folded;
        }
    }

    /// <summary>How the names stand to each other.</summary>
    public NameAgreement Compare(int left, int right) => table.AreNamedAlike(left, right)
        ? table.Facts[left].SelfAgreement
        : NameComparer.Compare(this[left], this[right]);

    private sealed record Entry(string Name, FoldedName Folded);
}
