using System.Collections.Frozen;
using System.Text.Json;

namespace Beeper.Resolver.Normalization;

/// <summary>The words around names: honorifics, generations, names of functions, and short forms of given names.</summary>
internal static class NameWords
{
    private static readonly Lazy<FrozenSet<(string Name, string Short)>> ShortForms = new(ReadShortForms);

    public static FrozenSet<string> Honorifics { get; } = new[]
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lady", "lord", "rev", "fr", "hon", "herr", "frau", "fraulein", "hr", "mme", "mlle", "m",
        "sra", "srta", "senor", "senora", "don", "dona", "sig", "signora", "dott", "dottssa", "ing", "dipl", "mag", "phd", "md", "mba", "msc", "bsc", "ba", "ma", "esq", "cpa",
        "dds", "rn", "jd", "llm", "ir", "drs", "med", "univ", "habil",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> Generations { get; } = new[] { "jr", "junior", "sr", "senior", "ii", "iii", "iv" }.ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> Functions { get; } = new[]
    {
        "unknown", "noname", "none", "null", "test", "deleted", "user", "account", "contact", "new", "office", "reception", "sales", "support", "info", "service", "helpdesk",
        "headquarters", "headquarter", "hq", "main", "switchboard", "home", "work", "mobile", "emergency", "ambulance", "police", "fire", "taxi", "voicemail", "customer", "it",
        "admin", "company", "mom", "mum", "mama", "dad", "papa", "whatsapp", "telegram", "signal",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether one word is a short form of the other; pairs only, never a chain of them.</summary>
    public static bool AreShortForms(string left, string right) => ShortForms.Value.Contains((left, right)) || ShortForms.Value.Contains((right, left));

    private static FrozenSet<(string Name, string Short)> ReadShortForms()
    {
        using var stream = typeof(NameWords).Assembly.GetManifestResourceStream("short-names.json")
            ?? throw new InvalidOperationException("short-names.json is not embedded in the assembly.");
        var forms = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        return forms.SelectMany(static pair => pair.Value.Split(' ').Select(shortForm => (pair.Key, shortForm))).ToFrozenSet();
    }
}
