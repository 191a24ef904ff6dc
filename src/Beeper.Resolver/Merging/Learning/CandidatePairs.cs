namespace Beeper.Resolver.Merging.Learning;

/// <summary>
/// Brings together the records that may be one person: those with a part of one field in common, or parts of two. A key on more records than
/// the cap brings nobody together, which keeps common values linear; the parts of two fields then still do.
/// </summary>
internal static class CandidatePairs
{
    /// <summary>The pairs as left and right record, each once, ascending.</summary>
    /// <param name="table">The records.</param>
    /// <param name="cap">The most records a key may have.</param>
    public static List<(int Left, int Right)> Find(LinkageTable table, int cap)
    {
        var keys = new List<(ulong Key, int Record)>();
        for (var record = 0; record < table.Count; record++)
            AddKeys(table, record, keys);
        keys.Sort();
        var pairs = new HashSet<ulong>();
        for (var start = 0; start < keys.Count;)
        {
            var end = start + 1;
            while (end < keys.Count && keys[end].Key == keys[start].Key)
                end++;
            AddPairs(keys, start, end, cap, table, pairs);
            start = end;
        }
        var found = pairs.ToArray();
        Array.Sort(found);
        return [.. found.Select(static pair => ((int)(pair >> 32), (int)(uint)pair))];
    }

    private static void AddPairs(List<(ulong Key, int Record)> keys, int start, int end, int cap, LinkageTable table, HashSet<ulong> pairs)
    {
        if (end - start > cap)
            return;
        for (var i = start; i < end; i++)
        {
            for (var j = i + 1; j < end; j++)
            {
                var (left, right) = (keys[i].Record, keys[j].Record);
                if (left != right && table.MayLink(left, right))
                    pairs.Add(((ulong)(uint)left << 32) | (uint)right);
            }
        }
    }

    private static void AddKeys(LinkageTable table, int record, List<(ulong Key, int Record)> keys)
    {
        var parts = new List<(int Field, ulong Hash)>();
        for (var field = 0; field < table.Fields.Count; field++)
        {
            // Fields that may be swapped have their parts in common.
            var partner = table.Partner[field];
            var domain = partner >= 0 ? Math.Min(partner, field) : field;
            foreach (var part in FieldParts.Of(table.Fields[field].Kind, table[record][field]))
                parts.Add((field, StableHash.Mix(StableHash.Add(StableHash.Seed(41 + domain), part))));
        }
        for (var i = 0; i < parts.Count; i++)
        {
            keys.Add((parts[i].Hash, record));
            for (var j = i + 1; j < parts.Count; j++)
            {
                if (parts[i].Field != parts[j].Field)
                    keys.Add((StableHash.Mix(parts[i].Hash + parts[j].Hash), record));
            }
        }
    }
}
