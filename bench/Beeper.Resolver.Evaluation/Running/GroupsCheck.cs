using Beeper.Resolver.Evaluation.Generating;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>
/// Merges a world's address books in memory and compares the contacts and suggestions with the digest given: a faster merger must not decide
/// otherwise. The digest covers a first merge and a later one over changed rows; the same rows in another order must give the same contacts.
/// </summary>
internal static class GroupsCheck
{
    /// <returns>The exit code: 0 where all is as expected.</returns>
    public static int Run(EvaluationOptions options, TextWriter output)
    {
        var records = Records(World.Make(options.People, options.Seed));
        var (fresh, text) = Merged(records, []);
        var known = fresh.Contacts.Select(static one => new KnownContact(one.Key, one.Name, [.. one.Identifiers.Select(static given => given.Identifier)])).ToList();
        var shuffled = (NormalizedRecord[])records.Clone();
        new Random(options.Seed).Shuffle(shuffled);
        var isOrdered = Merged(shuffled, []).Text == text;
        // Rows that are the same in everything may change keys between themselves, so a rerun has a text of its own.
        text += Merged(Changed(records), known).Text;
        var digest = MergedGroups.Digest(text);
        var isSame = digest == options.ExpectedGroups;
        output.WriteLine($"{options.People} people, seed {options.Seed}: {records.Length} rows, {fresh.Contacts.Count} contacts, {fresh.Suggestions.Count} suggestions");
        output.WriteLine($"groups {digest}: {(isSame ? "as expected" : $"NOT {options.ExpectedGroups}")}");
        output.WriteLine($"rows in another order: {(isOrdered ? "the same" : "DIFFERENT")}");
        if (options.Output is { } file)
            File.WriteAllText(file, text);
        return isSame && isOrdered ? 0 : 1;
    }

    // Every seventh row has lost its first identifier and every eleventh is gone, so that keys have to be handed on.
    private static NormalizedRecord[] Changed(NormalizedRecord[] records) =>
        [.. records.Where(static (_, index) => index % 11 != 0).Select(static (record, index) => index % 7 == 0 ? record with { Identifiers = [.. record.Identifiers.Skip(1)] } : record)];

    private static (MergeResult Merged, string Text) Merged(NormalizedRecord[] records, IEnumerable<KnownContact> known)
    {
        var merged = new ContactMerger().Merge(records, known, []);
        return (merged, MergedGroups.Text(merged.Contacts, merged.Suggestions));
    }

    private static NormalizedRecord[] Records(World world)
    {
        var folder = Directory.CreateTempSubdirectory("groups-").FullName;
        try
        {
            world.Write(folder);
            var normalizer = new RecordNormalizer(new NormalizationOptions { DefaultRegion = World.HomeRegion });
            var records = new List<NormalizedRecord>();
            foreach (var format in BookFormat.All)
            {
                using var book = AddressBook.Open(Path.Combine(folder, format.File));
                records.AddRange(book.ReadRows().Where(static row => row.Record is not null).Select(row => normalizer.Normalize(row.Record!)));
            }
            return [.. records.OrderBy(static record => record.Location.Source, StringComparer.Ordinal).ThenBy(static record => record.Location.Record)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
