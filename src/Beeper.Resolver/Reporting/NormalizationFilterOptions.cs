using Beeper.Resolver.Importing;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Reporting;

/// <summary>How the normalising filter reads its input.</summary>
public sealed record NormalizationFilterOptions
{
    /// <summary>What the input is; found out by default.</summary>
    public NormalizationInput Input { get; init; } = NormalizationInput.Auto;

    /// <summary>The region for numbers without country code; none by default.</summary>
    public NormalizationOptions Normalization { get; init; } = new();

    /// <summary>
    /// The source's name in the output (default <c>stdin</c>), the CSV separator, the encoding where it is UTF-16 without a mark, and the largest
    /// record or line in bytes (default 1 MiB): a longer JSON line is rejected alone, a longer CSV record ends the input with an error.
    /// </summary>
    public AddressBookOptions AddressBook { get; init; } = new();
}
