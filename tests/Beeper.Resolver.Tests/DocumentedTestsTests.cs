using System.Text.RegularExpressions;

namespace Beeper.Resolver.Tests;

public sealed partial class DocumentedTestsTests
{
    [Fact]
    public void Every_test_that_the_page_on_matching_names_exists()
    {
        var methods = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(static file => Methods().Matches(File.ReadAllText(file)).Select(static match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        var named = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "matching.md"))).Select(static match => match.Groups["name"].Value).Distinct().ToList();
        Assert.True(named.Count >= 30);
        Assert.All(named, name => Assert.Contains(name, methods));
    }

    [GeneratedRegex(@"public (async )?(void|Task) (?<name>[A-Z][A-Za-z0-9]*_\w+)\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Methods();

    [GeneratedRegex(@"(`|\.)(?<name>[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
