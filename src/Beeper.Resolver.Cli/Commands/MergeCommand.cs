using System.CommandLine;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>merge CONTACT CONTACT…</c>: they are one person, now and after every import. Without contacts it lists those that may be.</summary>
internal static class MergeCommand
{
    private const int SuggestionsListed = 20;

    public static Command Create(Tool tool)
    {
        var contacts = new Argument<string[]>("CONTACT") { Description = "Key, full name, phone number, e-mail address or handle of a contact, or one of its rows as SOURCE:LINE.", Arity = new ArgumentArity(0, 100) };
        var limit = new Option<int>("--limit") { Description = "Without CONTACT: the most suggestions to list.", HelpName = "N", DefaultValueFactory = static _ => SuggestionsListed };
        var command = new Command("merge", "Make one contact of several, now and after every import; without CONTACT, list those that may be one person.") { contacts, limit };
        tool.Common.AddStoreTo(command);
        command.Add(tool.Common.Sandbox);
        command.Add(tool.Common.Json);
        HelpText.Apply(command, """
            beeper-resolver merge                                   who may be one person, the likeliest first
            beeper-resolver merge 7k2m9q0xbd 1h5t8w3vzc             two contacts by their keys
            beeper-resolver merge +12125550142 hattie@example.org   the contacts that have these
            """);
        command.SetAction(parsed =>
        {
            var settings = new ResolvedSettings(parsed, tool);
            var selectors = parsed.GetValue(contacts) ?? [];
            if (selectors.Length == 0)
            {
                using var looked = ExistingStore.OpenReadOnly(settings.StorePath);
                SuggestionList.Show(tool.Terminal, looked, parsed.GetValue(tool.Common.Json), Math.Max(0, parsed.GetValue(limit)));
                return ExitCode.Finished;
            }
            if (selectors.Length == 1)
                throw new UsageException("Name at least two contacts that are one person.");
            using var store = ExistingStore.Open(settings.StorePath);
            using var held = RunLock.Acquire(store.Path);
            List<Contact> named = [.. selectors.Select(selector => RecordSelection.One(store, selector).Contact).DistinctBy(static contact => contact.Key)];
            if (named.Count < 2)
                throw new UsageException("These are one contact already.");
            var merged = new PersonDecisions(store).Merge(named)
                ?? throw new UsageException("An earlier keep-apart separates some of these. Merge the two that it names first: the newest word about two people holds.");
            DecidedContacts.Show(tool.Terminal, parsed.GetValue(tool.Common.Json), "merge", [merged]);
            tool.Terminal.Note("To undo it: beeper-resolver keep-apart SOURCE:LINE SOURCE:LINE, with a row of each.");
            return ExitCode.Finished;
        });
        return command;
    }
}
