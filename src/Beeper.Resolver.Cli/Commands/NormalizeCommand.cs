using System.CommandLine;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Reporting;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>normalize</c>: a pure filter from CSV or JSON lines to JSON lines of normalised records, order kept.</summary>
internal static class NormalizeCommand
{
    public static Command Create(Tool tool)
    {
        var file = new Argument<string?>("FILE") { Description = "The file to read; - or nothing for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var input = new Option<NormalizationInput>("--input") { Description = "auto, csv or jsonlines. Default: auto, by the first character.", HelpName = "auto|csv|jsonlines" };
        var books = new BookOptions();
        var command = new Command("normalize", "Normalise records: CSV or JSON lines in, JSON lines out, one line per record, order kept. Nothing is stored.") { file, input, tool.Common.Region };
        books.AddTo(command);
        HelpText.Apply(command, """
            beeper-resolver normalize contacts.csv
            parallel --pipe --keep-order beeper-resolver normalize < records.jsonl
            """);
        command.SetAction((parsed, _) =>
        {
            var settings = new ResolvedSettings(parsed, tool);
            var path = parsed.GetValue(file) is { } named and not "-" ? named : null;
            var options = new NormalizationFilterOptions { Input = parsed.GetValue(input), Normalization = settings.Normalization };
            options = options with { AddressBook = books.Read(parsed) with { SourceName = path is null ? options.AddressBook.SourceName : Path.GetFileName(path) } };
            using var opened = path is null ? null : Open(path);
            NormalizationFilter.Run(opened ?? tool.Terminal.Input, tool.Terminal.OutStream, options, tool.Interruption.Signal.Claiming);
            return Task.FromResult(ExitCode.Finished);
        });
        return command;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Directory.Exists(path) ? $"{path} is a directory. Name a file." : $"{path} cannot be read. Check the path and its permissions.", error);
        }
    }
}
