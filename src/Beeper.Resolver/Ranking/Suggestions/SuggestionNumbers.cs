using System.Text.Json;
using System.Text.Json.Serialization;
using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>
/// What suggestions have been like in made address books, from a versioned data file: how often each reason was right, how right and wrong
/// ones agree in each trait, how strangers do, and which rate a sum of evidence came to.
/// </summary>
internal sealed record SuggestionNumbers
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    /// <summary>The numbers the library ships.</summary>
    public static SuggestionNumbers Default { get; } = Read();

    /// <summary>Version of the file.</summary>
    public required string Version { get; init; }

    /// <summary>What it was fitted on, in words.</summary>
    public required string FittedOn { get; init; }

    /// <summary>Per reason, how often it was right.</summary>
    public required IReadOnlyDictionary<MergeReason, double> Rates { get; init; }

    /// <summary>Per trait, the shares of the levels among right suggestions.</summary>
    public required IReadOnlyDictionary<SuggestionTrait, double[]> Same { get; init; }

    /// <summary>The same among wrong suggestions.</summary>
    public required IReadOnlyDictionary<SuggestionTrait, double[]> Different { get; init; }

    /// <summary>The same among any two contacts.</summary>
    public required IReadOnlyDictionary<SuggestionTrait, double[]> Strangers { get; init; }

    /// <summary>From summed evidence to a rate.</summary>
    public required IReadOnlyList<CalibrationPoint> Curve { get; init; }

    /// <summary>The data file of numbers.</summary>
    public static string Write(SuggestionNumbers numbers) => JsonSerializer.Serialize(numbers, Options);

    private static SuggestionNumbers Read()
    {
        using var stream = typeof(SuggestionNumbers).Assembly.GetManifestResourceStream("suggestions.json")
            ?? throw new InvalidOperationException("suggestions.json is not embedded in the assembly.");
        return JsonSerializer.Deserialize<SuggestionNumbers>(stream, Options) ?? throw new InvalidOperationException("suggestions.json is empty.");
    }
}
