using System.Globalization;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>How much the resilience tests do: what fits into a build, or with <c>BEEPER_RESOLVER_LONG=1</c> what fits into a night (<c>tests/long</c>).</summary>
internal static class LongRun
{
    /// <summary>Whether the long tests are wanted.</summary>
    public static bool IsWanted => Environment.GetEnvironmentVariable("BEEPER_RESOLVER_LONG") == "1";

    /// <summary>Random kills: 100, or 2,000; <c>BEEPER_RESOLVER_KILLS</c> sets another number.</summary>
    public static int Kills => Number("BEEPER_RESOLVER_KILLS") ?? (IsWanted ? 2000 : 100);

    /// <summary>Images of a disk after a power cut: 600, or 10,000; <c>BEEPER_RESOLVER_IMAGES</c> sets another number.</summary>
    public static int Images => Number("BEEPER_RESOLVER_IMAGES") ?? (IsWanted ? 10_000 : 600);

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
