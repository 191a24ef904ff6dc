using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Reporting;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>export FILE</c>: contacts with their chat IDs.</summary>
internal static class ExportCommand
{
    public static Command Create(Tool tool)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; - for standard output." };
        var format = new Option<string>("--format") { Description = "csv, json or jsonl. Default: by the file's ending, else csv.", HelpName = "csv|json|jsonl" };
        format.AcceptOnlyFromAmong("csv", "json", "jsonl");
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there." };
        var command = new Command("export", "Write the contacts with their chat IDs.") { file, format, force };
        tool.Common.AddStoreTo(command);
        command.Add(tool.Common.Sandbox);
        HelpText.Apply(command, """
            beeper-resolver export chats.csv               a spreadsheet that imports again unchanged
            beeper-resolver export chats.jsonl             the result lines
            beeper-resolver export - --format jsonl        to another program
            """);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            return Run(tool, new ResolvedSettings(parsed, tool), path, parsed.GetValue(format) ?? FormatOf(path), parsed.GetValue(force));
        });
        return command;
    }

    private static int Run(Tool tool, ResolvedSettings settings, string path, string format, bool force)
    {
        using var store = ExistingStore.OpenReadOnly(settings.StorePath);
        var resolutions = store.Resolutions.Load();
        var contacts = store.Contacts.Load().Select(one => (one.Contact, Resolutions: (IReadOnlyList<Resolution>)[.. resolutions[one.Contact.Key].Select(static stored => stored.Resolution)])).ToList();
        using var content = new MemoryStream();
        if (format == "csv")
        {
            ContactCsv.Write(content, contacts);
        }
        else
        {
            var lines = contacts.SelectMany(static one => one.Resolutions.Select(resolution => ResultLine.Of(one.Contact, resolution)));
            if (format == "json")
                JsonSerializer.Serialize(content, new { schema = 1, results = lines }, ResolverJson.Options);
            else
                WriteLines(content, lines);
        }
        if (path == "-")
        {
            tool.Terminal.Out.Write(System.Text.Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length));
            return ExitCode.Finished;
        }
        OutputFile.Write(path, content, force);
        tool.Terminal.Line($"{contacts.Count} contacts, {contacts.Sum(static one => one.Resolutions.Count(static resolution => resolution.ChatId is not null))} chats written to {Output.VisibleText.Of(path)}");
        return ExitCode.Finished;
    }

    private static void WriteLines(Stream content, IEnumerable<ResultLine> lines)
    {
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(content, line, ResolverJson.Options);
            content.WriteByte((byte)'\n');
        }
    }

    private static string FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch { ".json" => "json", ".jsonl" or ".ndjson" => "jsonl", _ => "csv" };
}
