using System.Globalization;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>What to evaluate.</summary>
internal sealed record EvaluationOptions
{
    public const string Usage = """
        Beeper.Resolver.Evaluation [--people N] [--seed N] [--each-account] [--offline | --merge-only] [--output FOLDER]
        Beeper.Resolver.Evaluation --groups DIGEST [--people N] [--seed N] [--output FILE]   whether merging decides as it did
        Beeper.Resolver.Evaluation --labelled FILE[,FILE] [--without COLUMNS]   a labelled set: Febrl or fake_1000 as CSV, or two files to link
        Beeper.Resolver.Evaluation --calibrate FILE --output FILE   fit the score to the outcomes of a run
        Beeper.Resolver.Evaluation --learn-suggestions --output FILE   fit the suggestions' shipped numbers to made worlds

          --people N       how many people to invent (default 3000)
          --seed N         the seed (default 1)
          --each-account   start on every account that can reach the contact
          --offline        decide without a server and judge the first choice of each account
          --merge-only     import and merge only
          --show           print the mixed contacts
          --output FOLDER  write the report and its plots there as well
          --outcomes FILE  write every resolution with the truth beside it, one JSON object per line
        """;

    public int People { get; init; } = 3000;

    public int Seed { get; init; } = 1;

    public bool EachAccount { get; init; }

    public bool Offline { get; init; }

    public bool MergeOnly { get; init; }

    public bool Show { get; init; }

    public string? Output { get; init; }

    public string? Outcomes { get; init; }

    /// <summary>The digest that the merged groups must have, or null.</summary>
    public string? ExpectedGroups { get; init; }

    public string? Calibrate { get; init; }

    /// <summary>The files of a labelled set; empty for none.</summary>
    public IReadOnlyList<string> Labelled { get; init; } = [];

    /// <summary>The columns of it to leave out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    public bool LearnSuggestions { get; init; }

    /// <exception cref="ArgumentException">The arguments are not understood.</exception>
    public static EvaluationOptions Parse(string[] arguments)
    {
        var options = new EvaluationOptions();
        for (var index = 0; index < arguments.Length; index++)
        {
            var name = arguments[index];
            string Value() => ++index < arguments.Length ? arguments[index] : throw new ArgumentException($"{name} needs a value.");
            options = name switch
            {
                "--people" => options with { People = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--each-account" => options with { EachAccount = true },
                "--offline" => options with { Offline = true },
                "--merge-only" => options with { MergeOnly = true },
                "--show" => options with { Show = true },
                "--output" => options with { Output = Value() },
                "--groups" => options with { ExpectedGroups = Value() },
                "--calibrate" => options with { Calibrate = Value() },
                "--outcomes" => options with { Outcomes = Value() },
                "--labelled" => options with { Labelled = Value().Split(',') },
                "--without" => options with { Without = Value().Split(',') },
                "--learn-suggestions" => options with { LearnSuggestions = true },
                _ => throw new ArgumentException($"{name} is not known."),
            };
        }
        return options;
    }
}
