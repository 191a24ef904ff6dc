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
    // Raised whenever reading or normalising gives other records for the same file.
    private const int RulesVersion = 4;
    private const int BatchSize = 1 << 10;

    /// <summary>Imports one file.</summary>
    /// <exception cref="AddressBookException">The file cannot be used or has more damaged rows than allowed; the store is as before.</exception>
    public ImportResult Import(string path)
    {
        using var book = AddressBook.Open(path, options);
        var name = options?.SourceName ?? Path.GetFileName(path);
        var digest = Digest(path);
        var settings = string.Create(CultureInfo.InvariantCulture, $"{RulesVersion}|{normalization.DefaultRegion}|{options?.Encoding?.WebName}|{options?.Separator}|{options?.SearchNotes}|{options?.MaxRecordSize}|{string.Join(';', options?.Columns.Select(static column => column.ToString()) ?? [])}");
        if (store.Sources.Find(name) is { } known && known.Digest.AsSpan().SequenceEqual(digest) && known.Settings == settings)
            return new ImportResult(known, book.Layout, Unchanged: true, store.Sources.LoadRejects(name).Select(static reject => reject.Row).ToList());
        var source = new StoredSource(name, digest, settings, StoreJson.Write(book.Layout), (time ?? TimeProvider.System).GetUtcNow());
        var rejects = new List<(RejectedRow Row, string? Text)>();
        store.Sources.Replace(source, Records(book, rejects), rejects);
        return new ImportResult(store.Sources.Find(name)!, book.Layout, Unchanged: false, rejects.ConvertAll(static reject => reject.Row)) { Report = book.Report };
    }

    /// <summary>Merges the records of all address books into contacts, as the user's decisions allow, and saves them with what may still be one person.</summary>
    /// <returns>How many contacts there are.</returns>
    public int Merge()
    {
        var known = store.Contacts.LoadKnown().Select(static one => new KnownContact(one.Key, one.Name, one.Identifiers));
        var decisions = store.Decisions.Load();
        var merged = new ContactMerger().Merge(store.Sources.LoadRecords(), known, decisions);
        store.Contacts.Save(merged.Contacts);
        Suggest(merged, decisions);
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

    private IEnumerable<NormalizedRecord> Records(AddressBook book, List<(RejectedRow Row, string? Text)> rejects)
    {
        var normalizer = new RecordNormalizer(normalization);
        foreach (var batch in book.ReadRows().Chunk(BatchSize))
        {
            var normalized = new NormalizedRecord?[batch.Length];
            Parallel.For(0, batch.Length, index => normalized[index] = batch[index].Record is { } record ? normalizer.Normalize(record) : null);
            for (var index = 0; index < batch.Length; index++)
            {
                if (normalized[index] is { } record)
                    yield return record;
                else
                    rejects.Add((batch[index].Rejected!, batch[index].Text));
            }
        }
        Check(book.Report);
    }

    // Thrown while the transaction runs, so that a file read wrongly replaces nothing.
    private void Check(ImportReport report)
    {
        var limit = options?.MaxRejects ?? RejectLimit.Default;
        var rows = report.Records + report.Rejected;
        if (report.Records == 0 && report.Rejected > 0)
            throw new AddressBookException("IMPORT_NO_RECORDS", $"None of the {rows} rows can be used ({report.Rejects[0].Word}: {ProblemText.Of(report.Rejects[0].Word)}). Nothing was imported. Check the separator and the encoding of the file.");
        if (limit.IsExceeded(report.Damaged, rows))
            throw new AddressBookException("IMPORT_TOO_MANY_REJECTS", $"{report.Damaged} of {rows} rows are damaged, more than the {limit} allowed. Nothing was imported. Mend the file, or allow more with --max-rejects.");
    }

    private static byte[] Digest(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }
}
