using System.Globalization;
using Beeper.Resolver.Normalization.Phones;
using Beeper.Resolver.Normalization.Phones.Tables;
using Beeper.Resolver.PhoneAgreement;
using PhoneNumbers;

switch (args)
{
    case ["--version"]:
        Console.WriteLine(EmbeddedPhoneTables.LibraryVersion);
        return 0;
    case ["--corpus", { } file, .. var more]:
        PeerDriver.WriteCorpus(file, more is ["--cases", { } wanted] ? int.Parse(wanted, CultureInfo.InvariantCulture) : 200_000);
        return 0;
    case ["--serve", { } layer, { } served]:
        new PeerDriver(PeerDriver.ReadCorpus(served), layer).Serve(Console.In, Console.Out);
        return 0;
    case ["--cold", { } way, { } corpusFile, { } firstRows]:
        ColdStart.Run(way, corpusFile, int.Parse(firstRows, CultureInfo.InvariantCulture), Console.OpenStandardOutput(), Console.Error);
        return 0;
}
if (AgreementOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(AgreementOptions.Usage);
    return 2;
}
var library = PhoneNumberUtil.GetInstance();
if (options.Write is { } path)
{
    var blob = PhoneTableBlob.Write(PhoneTablesBuilder.Build(library, EmbeddedPhoneTables.LibraryVersion));
    File.WriteAllBytes(path, blob);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{blob.Length:N0} bytes for libphonenumber-csharp {EmbeddedPhoneTables.LibraryVersion}"));
    return 0;
}
if (options.SpeedRounds > 0)
{
    SpeedReport.Write(options.SpeedRounds, Console.Out);
    return 0;
}
var image = PhoneTablesBuilder.Build(library, EmbeddedPhoneTables.LibraryVersion);
if (options.Break)
    image = BrokenTables.Break(image);
var core = new PhoneCore(PhoneTables.Of(image), () => library);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"libphonenumber-csharp {EmbeddedPhoneTables.LibraryVersion}, seed {options.Seed}, {options.Threads} threads, vector layer {(PhoneCore.HasVectorLayer ? "on" : "off")}, {image.InnerNodes:N0} nodes, {image.Tails.Length:N0} tails"));
Console.WriteLine();
Console.WriteLine("| cases | compared | vector layer | tables in all | left to the library | numbers | valid | disagreements | time |");
Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");

var corpus = MessyCorpus.Make(library, 200_000, MessyCorpus.DefaultSeed);
var examples = ExampleNumbers.Make(library);
var regions = library.GetSupportedRegions().Order(StringComparer.Ordinal).ToArray();
var random = options.Cases - corpus.Length - examples.Length;
var stages = new List<Stage>
{
    Stage.Over("messy corpus", corpus),
    Stage.Over("example numbers in all formats", examples),
    new("digits in every dialling shape", random / 2, seeded => new DialledDigits(library, seeded).Next),
    new("corpus rows, mutated", random / 4, seeded => new MutatedText(corpus, seeded).Next),
    new("example numbers, mutated", random / 8, seeded => new MutatedText(examples, seeded).Next),
    new("random text", random / 8, seeded => new RandomText(regions, seeded).Next),
};
if (options.Traps is { } traps)
    stages.Insert(0, Stage.Over("traps", Trap.Read(File.ReadLines(traps))));
var total = new Comparison(core, library);
for (var index = 0; index < stages.Count; index++)
    total.Merge(stages[index].Run(core, library, options.Seed + (ulong)index * 1_000_000_007, options.Threads, Console.Out));

if (options.TestMetadata is { } metadata)
{
    using var stream = File.OpenRead(metadata);
    var testLibrary = PhoneNumberUtil.CreateInstance(stream);
    var testCore = new PhoneCore(PhoneTables.Of(PhoneTablesBuilder.Build(testLibrary, "test")), () => testLibrary);
    Stage[] testStages =
    [
        Stage.Over("test metadata: messy corpus", corpus),
        Stage.Over("test metadata: example numbers", ExampleNumbers.Make(testLibrary)),
        new("test metadata: digits", random / 16, seeded => new DialledDigits(testLibrary, seeded).Next),
        new("test metadata: mutated", random / 16, seeded => new MutatedText(corpus, seeded).Next),
    ];
    foreach (var stage in testStages)
        total.Merge(stage.Run(testCore, testLibrary, options.Seed, options.Threads, Console.Out));
}
Console.WriteLine();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{total.Cases:N0} cases, {total.Scalar:N0} answered by the tables and compared, {total.Library:N0} left to the library, {total.Disagreements:N0} disagreements"));
if (total.LibraryFailures > 0)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total.LibraryFailures:N0} of them not compared, because the library itself failed over its test metadata"));
return total.Disagreements == 0 ? 0 : 1;
