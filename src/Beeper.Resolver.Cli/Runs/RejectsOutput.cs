using System.Text;
using System.Text.Json;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>
/// Writes the rejected rows of imported files: one file where one address book has any, one per address book otherwise; for programs one file of JSON
/// lines.
/// </summary>
internal static class RejectsOutput
{
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(string path, ResolutionStore store, IReadOnlyList<ImportResult> imports, bool force)
    {
        var rejecting = imports.Where(static import => import.Rejected.Count > 0).ToList();
        var written = new List<string>();
        if (rejecting.Count > 0 && Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            var lines = rejecting.SelectMany(import => store.Sources.LoadRejects(import.Source.Name)).Select(static reject => JsonSerializer.Serialize(RejectLine.Of(reject.Row, reject.Text), ResolverJson.Options));
            OutputFile.Write(path, new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines.Select(static line => $"{line}\n")))), force);
            return [path];
        }
        foreach (var import in rejecting)
        {
            using var content = new MemoryStream();
            using (var writer = new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
                RejectsFile.Write(writer, import.Layout, store.Sources.LoadRejects(import.Source.Name));
            var file = rejecting.Count == 1 ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{Path.GetFileNameWithoutExtension(import.Source.Name)}{RejectsFile.Extension(import.Layout)}");
            OutputFile.Write(file, content, force);
            written.Add(file);
        }
        return written;
    }
}
