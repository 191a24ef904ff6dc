using System.Globalization;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>What the command line asks for.</summary>
internal sealed record AgreementOptions
{
    public const string Usage = """
        usage: phone-agreement [--cases N] [--seed N] [--threads N] [--test-metadata FILE] [--traps FILE] [--break]
               phone-agreement --speed ROUNDS    measure the layers and libphonenumber in turn
               phone-agreement --corpus FILE [--cases N]      write rows of the messy corpus
               phone-agreement --serve all|scalar|library FILE    answer bench/peers/compare.py
               phone-agreement --cold tables|library FILE N   read the first N lines of a file and leave: bench/cold-start/run
               phone-agreement --version         the version of libphonenumber-csharp
               phone-agreement --write FILE      build the tables from the referenced package and store them
        """;

    public long Cases { get; private init; } = 2_200_000;

    public ulong Seed { get; private init; } = 1;

    public int Threads { get; private init; } = Environment.ProcessorCount;

    /// <summary>libphonenumber's PhoneNumberMetadataForTesting.xml.</summary>
    public string? TestMetadata { get; private init; }

    public string? Traps { get; private init; }

    /// <summary>Change one table entry first, to see that it is noticed.</summary>
    public bool Break { get; private init; }

    /// <summary>Rounds to measure instead of comparing; 0 for none.</summary>
    public int SpeedRounds { get; private init; }

    public string? Write { get; private init; }

    /// <summary>The options, or null if they make no sense.</summary>
    public static AgreementOptions? Parse(string[] arguments)
    {
        var options = new AgreementOptions();
        for (var index = 0; index < arguments.Length; index++)
        {
            var value = index + 1 < arguments.Length ? arguments[index + 1] : "";
            switch (arguments[index])
            {
                case "--break":
                    options = options with { Break = true };
                    continue;
                case "--cases":
                    options = options with { Cases = long.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                case "--seed":
                    options = options with { Seed = ulong.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                case "--threads":
                    options = options with { Threads = int.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                case "--test-metadata":
                    options = options with { TestMetadata = value };
                    break;
                case "--traps":
                    options = options with { Traps = value };
                    break;
                case "--speed":
                    options = options with { SpeedRounds = int.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                case "--write":
                    options = options with { Write = value };
                    break;
                default:
                    return null;
            }
            index++;
        }
        return options;
    }
}
