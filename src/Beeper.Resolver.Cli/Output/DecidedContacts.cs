using System.Globalization;
using System.Text.Json;
using Beeper.Resolver.Reporting;

namespace Beeper.Resolver.Cli.Output;

/// <summary>The contacts that a decision about people left.</summary>
internal static class DecidedContacts
{
    public static void Show(Terminal terminal, bool asJson, string decision, params IReadOnlyList<Contact> contacts)
    {
        if (asJson)
        {
            var lines = contacts.Select(static contact => new { contact.Key, contact.Name, records = contact.Records.Select(static record => new { source = record.Location.Source, record = record.Location.Record, line = record.Location.Line }) });
            terminal.Line(JsonSerializer.Serialize(new { schema = 1, decision, contacts = lines }, ResolverJson.Options));
            return;
        }
        foreach (var contact in contacts)
        {
            var rows = string.Join(", ", contact.Records.Select(static record => string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Of(record.Location.Source)}:{record.Location.Line}")));
            terminal.Line($"{contact.Key}  {(contact.Name.Length == 0 ? "(no name)" : VisibleText.Of(contact.Name))}  {rows}");
        }
    }
}
