namespace Beeper.Resolver.Merging.Learning;

/// <summary>
/// How a pair of records agrees: a level per field, three bits each, and for two fields that may be swapped whether they are. The same for a
/// pair from either side.
/// </summary>
internal readonly record struct PairPattern(ulong Bits)
{
    private const int Width = 3;
    private const int MostLevels = 21;

    /// <summary>The level of a comparison: a field's own, or beyond the fields that of an order.</summary>
    public AgreementLevel this[int comparison] => (AgreementLevel)((Bits >> (comparison * Width)) & 7);

    /// <summary>The pattern with the level of a comparison that has none yet.</summary>
    public PairPattern With(int comparison, AgreementLevel level) => new(Bits | Put(comparison, level));

    /// <summary>How many comparisons a table has: its fields, and one order for every two that may be swapped.</summary>
    public static int Comparisons(LinkageTable table) => table.Fields.Count + table.Partner.Where(static (partner, field) => partner > field).Count();

    /// <summary>The pattern of a pair.</summary>
    public static PairPattern Of(LinkageTable table, int left, int right)
    {
        if (table.IsReversed(left, right))
            (left, right) = (right, left);
        var (a, b) = (table[left], table[right]);
        var bits = 0UL;
        var order = table.Fields.Count;
        for (var field = 0; field < table.Fields.Count; field++)
        {
            var partner = table.Partner[field];
            if (partner < 0)
                bits |= Put(field, FieldComparison.Compare(table.Fields[field].Kind, a[field], b[field]));
            else if (partner > field)
                bits |= OfTwo(table.Fields[field].Kind, field, partner, order++, a, b);
        }
        return new PairPattern(bits);
    }

    /// <summary>The value that an exact agreement of a field is about; null when it agrees less.</summary>
    public string? Agreed(LinkageTable table, int field, int left, int right)
    {
        if (this[field] != AgreementLevel.Exact)
            return null;
        // In a swapped pair the field of the one stands against the partner of the other; the lesser digest is the one.
        return table[table.IsReversed(left, right) ? right : left][field];
    }

    private static ulong OfTwo(FieldKind kind, int one, int other, int order, string[] a, string[] b)
    {
        var (first, second) = (FieldComparison.Compare(kind, a[one], b[one]), FieldComparison.Compare(kind, a[other], b[other]));
        var (crossed, back) = first == AgreementLevel.Exact && second == AgreementLevel.Exact
            ? (AgreementLevel.Missing, AgreementLevel.Missing)
            : (FieldComparison.Compare(kind, a[one], b[other]), FieldComparison.Compare(kind, a[other], b[one]));
        var (straight, swapped) = (Worth(first) + Worth(second), Worth(crossed) + Worth(back));
        if (swapped > straight)
            return Put(one, crossed) | Put(other, back) | Put(order, AgreementLevel.Differs);
        return Put(one, first) | Put(other, second) | Put(order, straight > 0 ? AgreementLevel.Exact : AgreementLevel.Missing);
    }

    private static int Worth(AgreementLevel level) => level switch { AgreementLevel.Exact => 4, AgreementLevel.Near => 3, AgreementLevel.Far => 1, _ => 0 };

    private static ulong Put(int comparison, AgreementLevel level) => comparison < MostLevels
        ? (ulong)level << (comparison * Width)
        : throw new ArgumentException("A linkage model takes at most 21 comparisons.", nameof(comparison));
}
