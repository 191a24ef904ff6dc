using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>show CONTACT</c>: records, identifiers, candidates with their evidence, attempts and chats of one contact.</summary>
internal static class ShowCommand
{
    public static Command Create(Tool tool)
    {
        var contact = new Argument<string>("CONTACT") { Description = "Key, full name, phone number, e-mail address or handle of a contact." };
        var command = new Command("show", "Show one contact: records, identifiers, candidates with their evidence, attempts, chats.") { contact };
        tool.Common.AddStoreTo(command);
        command.Add(tool.Common.Sandbox);
        command.Add(tool.Common.Json);
        HelpText.Apply(command, """
            beeper-resolver show "Harriet Quill"
            beeper-resolver show +12125550142
            """);
        command.SetAction(parsed =>
        {
            var settings = new ResolvedSettings(parsed, tool);
            using var store = ExistingStore.OpenReadOnly(settings.StorePath);
            var found = ContactSelection.One(store, parsed.GetValue(contact)!);
            var resolutions = store.Resolutions.Load(found.Key);
            if (parsed.GetValue(tool.Common.Json))
                tool.Terminal.Line(JsonSerializer.Serialize(Document(store, found, resolutions), ResolverJson.Options));
            else
                new ContactCard(tool.Terminal, store, settings.Networks).Show(found, resolutions);
            return ExitCode.Finished;
        });
        return command;
    }

    private static object Document(ResolutionStore store, Contact found, IReadOnlyList<StoredResolution> resolutions)
    {
        var suggestions = store.Suggestions.Load().Where(one => one.First == found.Key || one.Second == found.Key).ToList();
        var names = suggestions.SelectMany(static one => new[] { one.First, one.Second }).Distinct(StringComparer.Ordinal)
            .ToDictionary(static key => key, key => store.Contacts.Find(key).Select(static stored => stored.Contact.Name).FirstOrDefault(""), StringComparer.Ordinal);
        return new
        {
            schema = 1, records = found.Records.Select(RecordLine.Of), results = resolutions.Select(stored => ResultLine.Of(found, stored.Resolution)),
            suggestions = suggestions.Select(suggestion => SuggestionText.Document(suggestion, key => names[key])),
        };
    }
}
