using Beeper.Resolver.Merging;
using CsCheck;

namespace Beeper.Resolver.Tests.Merging;

/// <summary>Makes normalised records for merging.</summary>
internal static class Rows
{
    public const string Mobile = "+4915228817386";
    public const string OtherMobile = "+447700900142";
    public const string Landline = "+493023125001";

    public static NormalizedRecord Row(string source, int number, string name, params RecordIdentifier[] identifiers) =>
        new() { Location = new SourceLocation(source, number, number + 1), Name = name, Identifiers = identifiers };

    public static NormalizedRecord At(this NormalizedRecord record, string organization) => record with { Organization = organization };

    public static RecordIdentifier Phone(string value, PhoneType type = PhoneType.Mobile, string? label = null) =>
        new(new Identifier(IdentifierKind.Phone, value), value) { Type = type, Label = label, Valid = true };

    public static RecordIdentifier Email(string value) => new(new Identifier(IdentifierKind.Email, value), value);

    public static RecordIdentifier Handle(string network, string value) => new(new Identifier(IdentifierKind.Username, value, network), value);

    public static IReadOnlyList<Contact> Merge(params NormalizedRecord[] records) => new ContactMerger().Merge(records, []);

    public static MergeResult MergeAll(IReadOnlyList<NormalizedRecord> records, params MergeDecision[] decisions) => new ContactMerger().Merge(records, [], decisions);

    public static IReadOnlyList<KnownContact> Known(IEnumerable<Contact> contacts) =>
        [.. contacts.Select(static contact => new KnownContact(contact.Key, contact.Name, [.. contact.Identifiers.Select(static given => given.Identifier)]))];

    public static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    /// <summary>Who is with whom, without regard to where the rows stand.</summary>
    public static string Shape(IEnumerable<Contact> contacts) =>
        string.Join('\n', contacts.Select(static contact => $"{contact.Key}: {string.Join(" | ", contact.Records.Select(Says).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

    private static string Says(NormalizedRecord record) =>
        $"{record.Location.Source} {record.Name} {record.Organization} {string.Join(' ', record.Identifiers.Select(static given => given.Identifier.Value).Order(StringComparer.Ordinal))}";
}
