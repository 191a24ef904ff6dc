using System.Globalization;
using System.Security.Cryptography;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Ranking.Suggestions;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>Brings address books into a store: an unchanged file costs nothing, a changed one replaces its earlier content in one transaction.</summary>
public sealed class AddressBookImport(ResolutionStore store, NormalizationOptions normalization, AddressBookOptions? options = null, TimeProvider? time = null)
{
    private const int BatchSize = 1 << 10;
    private const int MostListed = 10;
    private const int BatchesAhead = 8;

    // What was imported just now need not be read back to be merged.
    private readonly Dictionary<string, List<NormalizedRecord>> _imported = new(StringComparer.Ordinal);

    /// <summary>The contacts of the last <see cref="Merge"/>; null before it.</summary>
    public IReadOnlyList<Contact>? Contacts { get; private set; }

    /// <summary>Imports one file.</summary>
    /// <exception cref="AddressBookException">The file cannot be used or has more damaged rows than allowed; the store is as before.</exception>
    public ImportResult Import(string path)
    {
        using var book = AddressBook.Open(path, options);
        var name = options?.SourceName ?? Path.GetFileName(path);
        var digest = Digest(path);
        var settings = string.Create(CultureInfo.InvariantCulture, $"{BuildIdentity.Value}|{normalization.DefaultRegion}|{options?.Encoding?.WebName}|{options?.Separator}|{options?.SearchNotes}|{options?.MaxRecordSize}|{string.Join(';', options?.Columns.Select(static column => column.ToString()) ?? [])}");
        if (store.Sources.Find(name) is { } known && known.Digest.AsSpan().SequenceEqual(digest) && known.Settings == settings)
            return new ImportResult(known, book.Layout, Unchanged: true, store.Sources.LoadRejects(name).Select(static reject => reject.Row).ToList());
        var source = new StoredSource(name, digest, settings, StoreJson.Write(book.Layout), (time ?? TimeProvider.System).GetUtcNow());
        var (records, rejects) = (new List<NormalizedRecord>(), new List<(RejectedRow Row, string? Text)>());
        store.Sources.Replace(source, Batches(book, name, records, rejects), rejects);
        _imported[name] = records;
        return new ImportResult(store.Sources.Find(name)!, book.Layout, Unchanged: false, rejects.ConvertAll(static reject => reject.Row)) { Report = book.Report };
    }

    /// <summary>Merges the records of all address books into contacts, as the user's decisions allow, and saves them with what may still be one person.</summary>
    /// <returns>How many contacts there are.</returns>
    public int Merge()
    {
        var known = store.Contacts.LoadKnown().Select(static one => new KnownContact(one.Key, one.Name, one.Identifiers));
        var decisions = store.Decisions.Load();
        var merged = new ContactMerger().Merge(Records(), known, decisions);
        _imported.Clear();
        store.Contacts.Save(merged.Contacts);
        Suggest(merged, decisions);
        Contacts = merged.Contacts;
        return merged.Contacts.Count;
    }

    private void Suggest(MergeResult merged, IReadOnlyList<MergeDecision> decisions)
    {
        if (merged.Suggestions.Count == 0)
        {
            store.Suggestions.Save([]);
            return;
        }
        var judge = new SuggestionJudge(merged.Contacts, decisions);
        var confirmed = judge.Decided.Count(static one => one.IsRight);
        var body = StoreJson.Write(new { judge.Model.Rates, judge.Model.Weights });
        store.Suggestions.Save(judge.Judge(merged.Suggestions), new SuggestionLearning(judge.Version, confirmed, judge.Decided.Count - confirmed, body));
    }

    private IReadOnlyList<NormalizedRecord> Records()
    {
        var sources = store.Sources.All();
        if (sources is [var only] && _imported.TryGetValue(only.Name, out var all))
            return all;
        var records = new List<NormalizedRecord>();
        foreach (var source in sources)
            records.AddRange(_imported.TryGetValue(source.Name, out var imported) ? imported : store.Sources.LoadRecords(source.Name));
        return records;
    }

    // Rows are read ahead on one thread and normalised on others while the caller writes what is ready, in the order of the file.
    private IEnumerable<RecordBatch> Batches(AddressBook book, string name, List<NormalizedRecord> records, List<(RejectedRow Row, string? Text)> rejects)
    {
        var normalizer = new RecordNormalizer(normalization);
        using var ahead = new ReadAhead<AddressBookRow[], ImportedBatch>(book.ReadRows().Chunk(BatchSize), rows => ImportedBatch.Of(rows, normalizer), BatchesAhead);
        foreach (var batch in ahead.Results())
        {
            records.AddRange(batch.Records.Records);
            rejects.AddRange(batch.Rejects);
            yield return batch.Records;
        }
        Check(book, name, rejects);
    }

    // Thrown while the transaction runs, so that a file read wrongly replaces nothing.
    private void Check(AddressBook book, string name, List<(RejectedRow Row, string? Text)> rejects)
    {
        var report = book.Report;
        var limit = options?.MaxRejects ?? RejectLimit.Default;
        var rows = report.Records + report.Rejected;
        if (report.Records == 0 && report.Rejected > 0)
            throw new AddressBookException("IMPORT_NO_RECORDS", $"{name}: none of the {rows} rows can be used ({report.Rejects[0].Word}: {ProblemText.Of(report.Rejects[0].Word)}). Nothing was imported. Check the separator and the encoding of the file.");
        if (limit.IsExceeded(report.Damaged, rows))
            throw new AddressBookException("IMPORT_TOO_MANY_REJECTS", $"{name}: {report.Damaged} of {rows} rows are damaged, more than the {limit} allowed. Nothing was imported. Mend the file, or allow more with --max-rejects.") { Details = Listed(book.Layout, rejects) };
    }

    // Where the damaged rows stand, without what stands in them.
    private static List<string> Listed(AddressBookLayout layout, List<(RejectedRow Row, string? Text)> rejects)
    {
        var damaged = rejects.ConvertAll(static reject => reject.Row).FindAll(ImportTally.IsDamaged);
        List<string> lines = [.. damaged.Take(MostListed).Select(row => ProblemLine.Of(row.Location, row.Problems[0], layout, redact: true))];
        if (damaged.Count > MostListed)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… {damaged.Count - MostListed} more"));
        return lines;
    }

    private static byte[] Digest(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }
}
