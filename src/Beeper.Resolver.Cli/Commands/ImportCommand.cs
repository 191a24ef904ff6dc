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
        var files = new Argument<string[]>("FILE") { Description = "Address books: CSV in any form, or vCard.", Arity = ArgumentArity.OneOrMore };
        var rejects = new Option<string?>("--rejects") { Description = "Write the rejected rows here; mended, the file imports like any other. With the ending .jsonl: one object per row, for programs.", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace the file of rejected rows if it is there." };
        var books = new BookOptions();
        var command = new Command("import", "Read address books into the store and show how each file was understood.") { files };
        common.AddStoreTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[common.Sandbox, common.Region, rejects, force, common.Json, common.JsonLines])
            command.Add(option);
        books.AddTo(command);
        HelpText.Apply(command, """
            beeper-resolver import google.csv outlook.csv               format, columns and rejected rows of each
            beeper-resolver import contacts.csv --map 'Cell #=phone:mobile'
            beeper-resolver import contacts.csv --rejects rejects.csv   rejected rows, to mend and import again
            beeper-resolver import contacts.csv --jsonl                 the normalised records, one per line
            """);
        command.SetAction(parsed =>
        {
            var settings = new ResolvedSettings(parsed, tool);
            var options = books.Read(parsed);
            var paths = parsed.GetValue(files) ?? [];
            var form = RunOptions.Form(parsed, common);
            var refused = ImportStep.Unreadable(paths, options);
            var readable = paths.Except(refused.ConvertAll(static file => file.Path)).ToList();
            if (readable.Count == 0)
                return Refuse(tool.Terminal, refused);
            using var store = ResolutionStore.Open(settings.StorePath);
            using var held = RunLock.Acquire(store.Path);
            var imports = new ImportStep(store, settings, options).ImportEach(readable, refused);
            Show(tool.Terminal, store, imports, refused, form);
            if (parsed.GetValue(rejects) is { } path)
            {
                foreach (var file in RejectsOutput.Write(path, store, imports, parsed.GetValue(force)))
                    tool.Terminal.Note($"Rejected rows: {file}");
            }
            return Refuse(tool.Terminal, refused);
        });
        return command;
    }

    private static int Refuse(Terminal terminal, List<RefusedFile> refused)
    {
        foreach (var (_, why) in refused)
            Failure.Of(why).Show(terminal);
        return refused.Count == 0 ? ExitCode.Finished : ExitCode.Usage;
    }

    private static void Show(Terminal terminal, ResolutionStore store, IReadOnlyList<ImportResult> imports, List<RefusedFile> refused, OutputForm form)
    {
        var records = store.Sources.LoadRecords().ToLookup(static record => record.Location.Source, StringComparer.Ordinal);
        var contacts = store.Contacts.Count();
        switch (form)
        {
            case OutputForm.JsonLines:
                foreach (var line in imports.SelectMany(import => Lines(records[import.Source.Name], import)))
                    terminal.Line(JsonSerializer.Serialize(line, ResolverJson.Options));
                break;
            case OutputForm.Json:
                terminal.Line(JsonSerializer.Serialize(new { schema = 1, files = imports.Select(static import => Document(import)), refused = refused.Select(static file => new { source = Path.GetFileName(file.Path), code = file.Why.Code, message = file.Why.Message }), contacts }, ResolverJson.Options));
                break;
            default:
                foreach (var import in imports)
                    ImportText.Show(terminal, import, [.. records[import.Source.Name]]);
                if (imports.Count + refused.Count > 1)
                    terminal.Show(ImportTable.Of(imports, [.. refused.Select(static file => Path.GetFileName(file.Path))], terminal.Width));
                terminal.Line(contacts == 1 ? "1 contact in the store." : $"{contacts} contacts in the store.");
                if (imports.Any(static import => import.Rejected.Count > 0))
                    terminal.Line("next:  beeper-resolver import … --rejects rejects.csv   the rejected rows in a file, to mend and import");
                terminal.Line("next:  beeper-resolver plan                             see every decision, start nothing");
                break;
        }
    }

    private static object Document(ImportResult import) => new
    {
        source = import.Source.Name,
        rows = import.Source.RowsRead,
        imported = import.Source.Imported,
        rejected = import.Source.Rejected,
        unchanged = import.Unchanged,
        format = import.Layout.Format,
        encoding = import.Layout.Encoding,
        separator = import.Layout.SeparatorName,
        headerLine = import.Layout.HeaderLine,
        columns = import.Layout.Columns.Select(static column => new { header = column.Header, readAs = column.Meaning, why = column.Why }),
        phones = import.Report?.Phones,
        emails = import.Report?.Emails,
        handles = import.Report?.Handles,
        urls = import.Report?.Urls,
        namesOnly = import.Report?.NamesOnly,
        repeatedHeaders = import.Report?.RepeatedHeaders,
        footers = import.Report?.Footers,
        region = import.Layout.Region,
        rejects = import.Report?.Rejects,
        problems = import.Report?.Problems,
    };

    private static IEnumerable<RecordLine> Lines(IEnumerable<NormalizedRecord> records, ImportResult import) =>
        records.Select(RecordLine.Of).Concat(import.Rejected.Select(RecordLine.Of)).OrderBy(static line => line.Line).ThenBy(static line => line.Record);
}
