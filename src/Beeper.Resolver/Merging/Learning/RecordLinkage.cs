namespace Beeper.Resolver.Merging.Learning;

/// <summary>
/// Links records of any fields that are one person, without labels: what agreement is worth is learnt from the records themselves (Fellegi
/// and Sunter's model, fitted by expectation maximisation). The same records in any order give the same pairs and groups.
/// </summary>
public static class RecordLinkage
{
    /// <summary>Links records.</summary>
    /// <param name="fields">The fields, at most 16.</param>
    /// <param name="records">A value per field for each record; null or empty where it is missing, which is no evidence.</param>
    /// <param name="sources">Per record the source it is of, where no source has anybody twice; null where any two may be one person.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">A record has other than one value per field, or there are too many fields.</exception>
    public static LinkageResult Link(IReadOnlyList<LinkageField> fields, IReadOnlyList<string?[]> records, IReadOnlyList<int>? sources = null, LinkageOptions? options = null)
    {
        options ??= new LinkageOptions();
        if (fields.Count is 0 or > LinkageOptions.MostFields)
            throw new ArgumentException("A linkage model takes 1 to 16 fields.", nameof(fields));
        if (records.Any(record => record.Length != fields.Count) || (sources is not null && sources.Count != records.Count))
            throw new ArgumentException("Every record has one value per field, and one source where there are sources.", nameof(records));
        var table = new LinkageTable(fields, records, sources);
        var candidates = CandidatePairs.Find(table, options.MostRecordsPerKey);
        if (candidates.Count == 0)
            return new LinkageResult([], [.. Enumerable.Range(0, records.Count).Select(static record => (IReadOnlyList<int>)[record])]);
        var patterns = new PairPattern[candidates.Count];
        Parallel.For(0, patterns.Length, index => patterns[index] = PairPattern.Of(table, candidates[index].Left, candidates[index].Right));
        var model = new LinkageEstimator(fields.Count, PairPattern.Comparisons(table)).Learn(PatternCounts.Of(patterns), PatternCounts.Sample(table), table.Pairs(), table.Count);
        List<LinkedPair> pairs = [.. candidates.Select((pair, index) => new LinkedPair(pair.Left, pair.Right, model.LogOdds(table, patterns[index], pair.Left, pair.Right)))];
        return new LinkageResult(pairs, LinkageGroups.Of(table, model, pairs, least: 0, options.MostRecordsPerPerson));
    }
}
