using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>import</c>: read address books into the store and show how each was understood.</summary>
internal static class ImportCommand
{
    public static Command Create(Tool tool)
    {
        var common = tool.Common;
        var files = new Argument<string[]>("FILE") { Description = "Address books.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("import", "Read address books into the store and show how each file was understood.") { files };
        common.AddStoreTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[common.Sandbox, common.Region, common.Json, common.JsonLines])
            command.Add(option);
        HelpText.Apply(command, """
            beeper-resolver import google.csv outlook.csv      format, columns and rejected rows of each
            beeper-resolver import contacts.csv --jsonl        the normalised records, one per line
            """);
        command.SetAction(parsed => Run(tool, new ResolvedSettings(parsed, tool), parsed.GetValue(files) ?? [], RunOptions.Form(parsed, common)));
        return command;
    }

    private static int Run(Tool tool, ResolvedSettings settings, IReadOnlyList<string> files, OutputForm form)
    {
        ImportStep.CheckFiles(files);
        using var store = ResolutionStore.Open(settings.StorePath);
        using var held = RunLock.Acquire(store.Path);
        var imports = new ImportStep(store, settings).Import(files);
        var contacts = store.Contacts.Count();
        switch (form)
        {
            case OutputForm.JsonLines:
                foreach (var line in imports.SelectMany(import => Lines(store, import)))
                    tool.Terminal.Line(JsonSerializer.Serialize(line, ResolverJson.Options));
                break;
            case OutputForm.Json:
                tool.Terminal.Line(JsonSerializer.Serialize(
                    new { schema = 1, files = imports.Select(static import => new { source = import.Source.Name, rows = import.Source.RowsRead, import.Source.Imported, import.Source.Rejected, import.Unchanged, import.Layout }), contacts }, ResolverJson.Options));
                break;
            default:
                foreach (var import in imports)
                    ImportText.Show(tool.Terminal, import);
                tool.Terminal.Line($"{contacts} contacts in the store.");
                tool.Terminal.Line("next:  beeper-resolver plan                     see every decision, start nothing");
                break;
        }
        return ExitCode.Finished;
    }

    private static IEnumerable<RecordLine> Lines(ResolutionStore store, ImportResult import) =>
        store.Sources.LoadRecords().Where(record => record.Location.Source == import.Source.Name).Select(RecordLine.Of)
            .Concat(import.Rejected.Select(RecordLine.Of)).OrderBy(static line => line.Line).ThenBy(static line => line.Record);
}
