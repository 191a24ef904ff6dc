using System.Text.RegularExpressions;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>Held over every command that any test runs: no token in what it writes, and no phone number on standard error but one that was typed.</summary>
internal static partial class Canary
{
    private const string ExampleOfHints = "12125550142";

    /// <summary>Looks at what a command wrote.</summary>
    /// <param name="token">The token it was given; null for none.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    public static void Check(string? token, IEnumerable<string> arguments, string output, string error)
    {
        if (!string.IsNullOrEmpty(token))
            Assert.False(output.Contains(token, StringComparison.Ordinal) || error.Contains(token, StringComparison.Ordinal), "The token is in the output.");
        foreach (var phone in Phone().Matches(error).Select(static match => match.Value).Where(static phone => phone != ExampleOfHints))
            Assert.True(arguments.Any(argument => argument.Contains(phone, StringComparison.Ordinal)), $"A phone number is on standard error: {error}");
    }

    // Those kept for fiction, which the tests' people have.
    [GeneratedRegex("(?<![0-9])1?[2-9][0-9]{2}55501[0-9]{2}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Phone();
}
