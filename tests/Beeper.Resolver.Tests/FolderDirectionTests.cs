using System.Text.RegularExpressions;

namespace Beeper.Resolver.Tests;

public sealed partial class FolderDirectionTests
{
    // Each folder of the library may use those before it, and nothing after it.
    private static readonly string[] Order = ["Networks", "Importing", "Normalization", "Merging", "Ranking", "Desktop", "Storage", "Pipeline", "Reporting"];

    [Fact]
    public void Folders_use_only_those_before_them()
    {
        var root = Path.Combine(Repository.Root, "src", "Beeper.Resolver");
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories);
        Assert.True(files.Length > 100);
        var wrong = files.SelectMany(file => Uses().Matches(File.ReadAllText(file)).Select(use => (File: Path.GetRelativePath(root, file), Folder: use.Groups["folder"].Value)))
            .Where(static use => Place(use.Folder) > Place(use.File.Split(Path.DirectorySeparatorChar)[0])).ToList();
        Assert.Empty(wrong);
        Assert.Empty(Directory.GetDirectories(root).Select(Path.GetFileName).Except(Order).Except(["bin", "obj"]));
    }

    // The records at the root come before all folders.
    private static int Place(string folder) => Array.IndexOf(Order, folder);

    [GeneratedRegex(@"^using (static )?Beeper\.Resolver\.(?<folder>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Uses();
}
