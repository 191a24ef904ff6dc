using System.Runtime.InteropServices;

namespace Beeper.Resolver.Importing;

/// <summary>Counts what the rows of a file hold, as they are read.</summary>
internal sealed class ImportTally
{
    private readonly Dictionary<string, int> _phones = [];
    private readonly Dictionary<string, int> _emails = [];
    private readonly Dictionary<string, int> _handles = [];
    private readonly Dictionary<string, int> _rejects = [];
    private readonly Dictionary<string, int> _problems = [];
    private int _records;
    private int _rejected;
    private int _namesOnly;
    private int _urls;
    private int _damaged;

    /// <summary>Whether a rejected row is damaged rather than without use.</summary>
    public static bool IsDamaged(RejectedRow row) => row.Problems[0].Code is not ("ROW_NO_CONTENT" or "ROW_DELETED" or "ROW_GROUP");

    public void Add(AddressBookRow row)
    {
        if (row.Rejected is { } rejected)
        {
            _rejected++;
            _damaged += IsDamaged(rejected) ? 1 : 0;
            Count(_rejects, rejected.Problems[0].Code);
            return;
        }
        _records++;
        var record = row.Record!;
        if (record.Values.Count == 0)
            _namesOnly++;
        foreach (var problem in record.Problems)
            Count(_problems, problem.Code);
        for (var index = 0; index < record.Values.Count; index++)
        {
            var value = record.Values[index];
            switch (value.Kind)
            {
                case SourceValueKind.Phone:
                    Count(_phones, value.Label ?? "no label");
                    break;
                case SourceValueKind.Email:
                    Count(_emails, value.Label ?? "no label");
                    break;
                case SourceValueKind.Handle:
                    Count(_handles, value.Network ?? "no network");
                    break;
                default:
                    _urls++;
                    break;
            }
        }
    }

    public ImportReport Report(RowSource rows) => new(rows.Layout, _records, _rejected)
    {
        NamesOnly = _namesOnly,
        RepeatedHeaders = rows.RepeatedHeaders,
        Footers = rows.Footers,
        Phones = Sorted(_phones),
        Emails = Sorted(_emails),
        Handles = Sorted(_handles),
        Urls = _urls,
        Rejects = Sorted(_rejects),
        Problems = Sorted(_problems),
        Damaged = _damaged,
    };

    // A file may have as many labels as rows; beyond these they are counted together.
    private static void Count(Dictionary<string, int> counts, string word)
    {
        const int MostWords = 200;
        CollectionsMarshal.GetValueRefOrAddDefault(counts, counts.Count < MostWords || counts.ContainsKey(word) ? word : "other labels", out _)++;
    }

    private static List<WordCount> Sorted(Dictionary<string, int> counts) =>
        [.. counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => new WordCount(pair.Key, pair.Value))];
}
