namespace Beeper.Resolver.Merging.Learning;

/// <summary>Records as folded values, with how often each value occurs and a hash of what each record says, which orders records whatever row they stand in.</summary>
internal sealed class LinkageTable
{
    private readonly string[][] _values;
    private readonly Dictionary<string, int>[] _counts;
    private readonly IReadOnlyList<int>? _sources;

    /// <param name="fields">The fields, at most 16.</param>
    /// <param name="records">A value per field for each record.</param>
    /// <param name="sources">Per record the source it is of, where no source has anybody twice; null where any two may be one person.</param>
    public LinkageTable(IReadOnlyList<LinkageField> fields, IReadOnlyList<string?[]> records, IReadOnlyList<int>? sources)
    {
        Fields = fields;
        _sources = sources;
        Partner = [.. fields.Select((field, at) => Find(fields, field, at))];
        _values = [.. records.Select(record => Array.ConvertAll(record, Fold))];
        Digests = [.. _values.Select(Digest)];
        _counts = [.. fields.Select(static _ => new Dictionary<string, int>(StringComparer.Ordinal))];
        Present = new int[fields.Count];
        for (var field = 0; field < fields.Count; field++)
            CountValues(field);
    }

    public IReadOnlyList<LinkageField> Fields { get; }

    /// <summary>Per field the one it may be swapped with, or -1.</summary>
    public int[] Partner { get; }

    public ulong[] Digests { get; }

    /// <summary>How many records have a value in a field.</summary>
    public int[] Present { get; }

    public int Count => _values.Length;

    public string[] this[int record] => _values[record];

    /// <summary>The share of the values of a field, or of the two that may be swapped, that are this one.</summary>
    public double Frequency(int field, string value)
    {
        var partner = Partner[field];
        var (count, all) = (_counts[field].GetValueOrDefault(value), Present[field]);
        if (partner >= 0)
            (count, all) = (Math.Max(count, _counts[partner].GetValueOrDefault(value)), Math.Min(all, Present[partner]));
        return (double)Math.Max(1, count) / Math.Max(1, all);
    }

    /// <summary>Whether a pair is to be looked at the other way round, so that it is the same whatever the order of rows.</summary>
    public bool IsReversed(int left, int right) => Digests[left] > Digests[right];

    /// <summary>Whether two records may be one person at all.</summary>
    public bool MayLink(int left, int right) => _sources is null || _sources[left] != _sources[right];

    /// <summary>How many pairs may be one person.</summary>
    public double Pairs()
    {
        double pairs = (double)Count * (Count - 1) / 2;
        return _sources is null ? pairs : pairs - _sources.GroupBy(static source => source).Sum(static same => (double)same.Count() * (same.Count() - 1) / 2);
    }

    private void CountValues(int field)
    {
        foreach (var record in _values)
        {
            if (record[field].Length == 0)
                continue;
            Present[field]++;
            _counts[field][record[field]] = _counts[field].GetValueOrDefault(record[field]) + 1;
        }
    }

    private static int Find(IReadOnlyList<LinkageField> fields, LinkageField field, int at)
    {
        for (var other = 0; other < fields.Count; other++)
        {
            if (other != at && (fields[other].Name == field.MayBeSwappedWith || fields[other].MayBeSwappedWith == field.Name))
                return other;
        }
        return -1;
    }

    private static string Fold(string? value) => value is null ? "" : value.Trim().ToLowerInvariant();

    private static ulong Digest(string[] values)
    {
        var hash = StableHash.Seed(31);
        foreach (var value in values)
            hash = StableHash.Add(hash, value);
        return StableHash.Mix(hash);
    }
}
