using System.Globalization;
using Beeper.Resolver.Importing;
using CsvHelper;

namespace Beeper.Resolver.Reporting;

/// <summary>
/// Contacts and their chats as CSV: the words of Google's header for names, phones, e-mails and handles, so that any address book reads it
/// and this importer reads it back unchanged, then one group of columns per chat.
/// </summary>
public static class ContactCsv
{
    /// <summary>Writes the contacts.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="contacts">Each contact with its resolutions; those with a chat are written.</param>
    public static void Write(Stream stream, IReadOnlyList<(Contact Contact, IReadOnlyList<Resolution> Resolutions)> contacts)
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions(), leaveOpen: true);
        var (phones, emails, handles, chats) = (0, 0, 0, 0);
        foreach (var (contact, resolutions) in contacts)
        {
            phones = Math.Max(phones, Of(contact, IdentifierKind.Phone).Count());
            emails = Math.Max(emails, Of(contact, IdentifierKind.Email).Count());
            handles = Math.Max(handles, Handles(contact).Count());
            chats = Math.Max(chats, Chats(resolutions).Count());
        }
        csv.WriteRecord(["Name", .. Group("Phone", phones, "Label", "Value"), .. Group("E-mail", emails, "Label", "Value"), .. Group("IM", handles, "Service", "Value"), "Contact Key", .. Group("Chat", chats, "Account", "Network", "ID", "Status")]);
        foreach (var (contact, resolutions) in contacts)
        {
            List<string> cells = [contact.Name];
            Add(cells, phones, 2, Of(contact, IdentifierKind.Phone).SelectMany(static given => new[] { given.Identifier.Network ?? Label(given), given.Identifier.Value }));
            Add(cells, emails, 2, Of(contact, IdentifierKind.Email).SelectMany(static given => new[] { Label(given), given.Identifier.Value }));
            Add(cells, handles, 2, Handles(contact).SelectMany(static given => new[] { given.Identifier.Network ?? "", HandleText(given) }));
            cells.Add(contact.Key);
            Add(cells, chats, 4, Chats(resolutions).SelectMany(static one => new[] { one.Account!.Id, one.Account.Network, one.ChatId!, one.Status is { } status ? status.ToString().ToLowerInvariant() : "" }));
            csv.WriteRecord([.. cells.Select(FormulaSafe.Escape)]);
        }
        csv.Flush();
    }

    private static IEnumerable<ContactIdentifier> Of(Contact contact, IdentifierKind kind) => contact.Identifiers.Where(given => given.Identifier.Kind == kind);

    private static IEnumerable<ContactIdentifier> Handles(Contact contact) => contact.Identifiers.Where(static given => given.Identifier.Kind is IdentifierKind.Username or IdentifierKind.UserId);

    private static IEnumerable<Resolution> Chats(IReadOnlyList<Resolution> resolutions) => resolutions.Where(static one => one is { Outcome: Outcome.Resolved, ChatId: not null, Account: not null });

    private static string Label(ContactIdentifier given) =>
        (given.Occurrences.Any(static one => one.Primary) ? "* " : "") + (given.Occurrences.Select(static one => one.Label).FirstOrDefault(static label => label is not null) ?? "");

    // An ID that was read out of a profile address is recognised by that address only.
    private static string HandleText(ContactIdentifier given) =>
        given.Identifier.Kind == IdentifierKind.UserId && given.Occurrences[0].Raw.Contains('/', StringComparison.Ordinal) ? given.Occurrences[0].Raw : given.Identifier.Value;

    private static IEnumerable<string> Group(string name, int count, params string[] parts) =>
        Enumerable.Range(1, count).SelectMany(number => parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{name} {number} - {part}")));

    private static void Add(List<string> cells, int groups, int width, IEnumerable<string> values)
    {
        var end = cells.Count + (groups * width);
        cells.AddRange(values);
        while (cells.Count < end)
            cells.Add("");
    }
}
