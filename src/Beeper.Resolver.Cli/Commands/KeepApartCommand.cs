using System.CommandLine;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>keep-apart CONTACT CONTACT</c>: they are two people, now and after every import.</summary>
internal static class KeepApartCommand
{
    public static Command Create(Tool tool)
    {
        var first = new Argument<string>("CONTACT") { Description = "A contact by key, full name or identifier, or one of its rows as SOURCE:LINE." };
        var second = new Argument<string>("OTHER") { Description = "The other, in the same form; a row of the first contact is taken out of it." };
        var command = new Command("keep-apart", "Keep two people apart, now and after every import.") { first, second };
        tool.Common.AddStoreTo(command);
        command.Add(tool.Common.Sandbox);
        command.Add(tool.Common.Json);
        HelpText.Apply(command, """
            beeper-resolver keep-apart 7k2m9q0xbd 1h5t8w3vzc        never merge these two
            beeper-resolver keep-apart 7k2m9q0xbd outlook.csv:12    this row is somebody else's
            """);
        command.SetAction(parsed =>
        {
            var settings = new ResolvedSettings(parsed, tool);
            using var store = ExistingStore.Open(settings.StorePath);
            using var held = RunLock.Acquire(store.Path);
            var (one, other) = RecordSelection.Two(RecordSelection.One(store, parsed.GetValue(first)!), RecordSelection.One(store, parsed.GetValue(second)!));
            var (kept, apart) = new PersonDecisions(store).KeepApart(one.Records, other.Records);
            DecidedContacts.Show(tool.Terminal, parsed.GetValue(tool.Common.Json), "keep-apart", [kept, apart]);
            tool.Terminal.Note("To undo it: beeper-resolver merge with both keys.");
            return ExitCode.Finished;
        });
        return command;
    }
}
