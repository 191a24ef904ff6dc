using System.Text.Json;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// What a sum of evidence has meant on labelled runs: a score of 82 is right in 82 of 100 cases. Two events are told apart: that an
/// identifier leads to the contact on a network, and that a person who was found is the contact. Fitted off-line into a versioned data file.
/// </summary>
public sealed class Calibration
{
    private Calibration(CalibrationFile file)
    {
        Version = file.Version;
        FittedOn = file.FittedOn;
        Identifier = new CalibrationCurve(file.Identifier);
        Person = new CalibrationCurve(file.Person);
    }

    /// <summary>The calibration the library ships.</summary>
    public static Calibration Default { get; } = Read();

    /// <summary>Version of the file.</summary>
    public string Version { get; }

    /// <summary>What it was fitted on, in words.</summary>
    public string FittedOn { get; }

    /// <summary>Before anything was asked: the identifier leads to the contact on the network.</summary>
    public CalibrationCurve Identifier { get; }

    /// <summary>After somebody was found: the person is the contact.</summary>
    public CalibrationCurve Person { get; }

    private static Calibration Read()
    {
        using var stream = typeof(Calibration).Assembly.GetManifestResourceStream("calibration.json")
            ?? throw new InvalidOperationException("calibration.json is not embedded in the assembly.");
        return new Calibration(JsonSerializer.Deserialize<CalibrationFile>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("calibration.json is empty."));
    }

    private sealed record CalibrationFile(string Version, string FittedOn, CalibrationPoint[] Identifier, CalibrationPoint[] Person);
}
