using Beeper.Resolver.Evaluation.Generating;

namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>
/// Two rows of different people that give the same name and share a value, as a father's and a son's with the family's landline and no Jr or
/// Sr: nothing in them says that they are two.
/// </summary>
internal static class Undecidable
{
    public static bool Is(BookRow left, BookRow right) =>
        left.Name.Length > 0
        && string.Equals(left.Name, right.Name, StringComparison.OrdinalIgnoreCase)
        && left.Truth.Exists(value => right.Truth.Contains(value, StringComparer.OrdinalIgnoreCase));
}
