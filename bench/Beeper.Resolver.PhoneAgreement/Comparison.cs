using System.Text;
using Beeper.Resolver.Normalization.Phones;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>Reads rows with every layer and with libphonenumber, and counts who answered and where they differ.</summary>
internal sealed class Comparison(PhoneCore core, PhoneNumberUtil library)
{
    private const int ShownDisagreements = 10;
    private const int ValidityEvery = 16;

    private readonly byte[] _bytes = new byte[4096];

    public long Cases { get; private set; }

    /// <summary>Cases that the vector layer answered.</summary>
    public long Vector { get; private set; }

    /// <summary>Cases that the scalar layer answered, whether or not the vector layer did too.</summary>
    public long Scalar { get; private set; }

    /// <summary>Cases left to the library.</summary>
    public long Library => Cases - Scalar;

    public long Numbers { get; private set; }

    public long Valid { get; private set; }

    /// <summary>Cases that the library could not answer at all.</summary>
    public long LibraryFailures { get; private set; }

    public long Disagreements { get; private set; }

    public List<string> Shown { get; } = [];

    /// <summary>Compares one row.</summary>
    public void Add(PhoneRow row)
    {
        Cases++;
        var region = PhoneRegion.Of(row.Region);
        var vector = core.TryReadVector(row.Text, region, out var fast);
        var scalar = core.TryReadScalar(row.Text, region, out var exact);
        if (vector)
            Vector++;
        if (!scalar)
        {
            if (vector)
                Disagree(row, "the vector layer answers what the scalar layer leaves to the library");
            return;
        }
        Scalar++;
        PhoneResult expected;
        try
        {
            expected = LibraryReader.Read(library, row.Text, row.Region);
        }
        catch (ArgumentNullException)
        {
            // The test metadata has descriptions without a pattern, at which the library fails.
            LibraryFailures++;
            return;
        }
        if (expected.IsNumber)
            Numbers++;
        if (expected.IsValid)
            Valid++;
        if (exact != expected)
            Disagree(row, $"scalar {Describe(exact)}, library {Describe(expected)}");
        if (vector && fast != expected)
            Disagree(row, $"vector {Describe(fast)}, library {Describe(expected)}");
        var length = Encoding.UTF8.GetBytes(row.Text, _bytes);
        if (core.ReadBytes(_bytes.AsSpan(0, length), region) is var fromBytes && fromBytes != expected)
            Disagree(row, $"from bytes {Describe(fromBytes)}, library {Describe(expected)}");
        if (Cases % ValidityEvery == 0 && expected.IsNumber && library.IsValidNumber(library.Parse(row.Text, row.Region)) != expected.IsValid)
            Disagree(row, "IsValidNumber differs from a known type");
    }

    /// <summary>Adds another comparison's counts.</summary>
    public void Merge(Comparison other)
    {
        Cases += other.Cases;
        Vector += other.Vector;
        Scalar += other.Scalar;
        Numbers += other.Numbers;
        Valid += other.Valid;
        LibraryFailures += other.LibraryFailures;
        Disagreements += other.Disagreements;
        Shown.AddRange(other.Shown);
    }

    private void Disagree(PhoneRow row, string what)
    {
        Disagreements++;
        if (Shown.Count < ShownDisagreements)
            Shown.Add($"[{row.Region}] \"{Printable(row.Text)}\": {what}");
    }

    private static string Describe(PhoneResult result) => result.IsNumber
        ? $"{result.E164} {result.Region} {result.Type} {result.Possibility} ext {result.Extension ?? "-"}"
        : $"{result.Error}";

    private static string Printable(string text) => string.Concat(text.Select(static c => c is < ' ' or > '~' ? $"\\u{(int)c:X4}" : $"{c}"));
}
