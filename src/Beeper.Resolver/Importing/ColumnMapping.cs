using System.Globalization;
using Beeper.Resolver.Importing.Headers;
using Beeper.Resolver.Importing.Values;

namespace Beeper.Resolver.Importing;

/// <summary>
/// What the owner of a file says a column holds: <c>Cell #=phone:mobile</c>, <c>Chat=handle:telegram</c>, <c>#4=email</c>, <c>Fax=ignore</c>.
/// </summary>
/// <param name="Column">The header as written in the file, or <c>#</c> and the column's number from 1.</param>
/// <param name="Field">What the column holds.</param>
/// <param name="Label">The label of its values, or null.</param>
/// <param name="Network">The network of its values, or null.</param>
public sealed record ColumnMapping(string Column, AddressField Field, string? Label, string? Network)
{
    private static readonly Dictionary<string, AddressField> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ignore"] = AddressField.Ignored, ["name"] = AddressField.FullName, ["prefix"] = AddressField.Prefix, ["given"] = AddressField.GivenName,
        ["middle"] = AddressField.MiddleName, ["family"] = AddressField.FamilyName, ["suffix"] = AddressField.Suffix, ["nickname"] = AddressField.Nickname,
        ["organization"] = AddressField.Organization, ["phone"] = AddressField.Phone, ["email"] = AddressField.Email, ["handle"] = AddressField.Handle,
        ["username"] = AddressField.Username, ["im"] = AddressField.Messaging, ["text"] = AddressField.FreeText, ["url"] = AddressField.Url, ["country"] = AddressField.Country,
    };

    /// <summary>Reads one mapping.</summary>
    /// <exception cref="AddressBookException">It has no <c>=</c> or names no known field.</exception>
    public static ColumnMapping Parse(string text)
    {
        var at = text.LastIndexOf('=');
        if (at <= 0)
            throw Invalid(text, "it has no HEADER=FIELD");
        var meaning = text[(at + 1)..].Trim().Split(':', 2);
        if (!Fields.TryGetValue(meaning[0], out var field))
            throw Invalid(text, $"the field must be one of {string.Join(", ", Fields.Keys)}");
        var word = meaning.Length > 1 ? meaning[1].Trim() : null;
        var network = NetworkWords.Network(word);
        if (field == AddressField.Handle && network is null)
            throw Invalid(text, "a handle needs its network, as in handle:telegram");
        return new ColumnMapping(text[..at].Trim(), field, field == AddressField.Handle ? network : LabelVocabulary.Canonical(word), network);
    }

    /// <summary>Reads a file with one mapping a line; blank lines and lines that start with <c># </c> are passed over.</summary>
    /// <exception cref="AddressBookException">The file is missing or a line is no mapping.</exception>
    public static IReadOnlyList<ColumnMapping> ReadFile(string path)
    {
        if (!File.Exists(path))
            throw new AddressBookException("MAP_MISSING", $"{path} does not exist. Check the path of the mapping file.");
        return [.. File.ReadLines(path).Where(static line => line.Trim() is { Length: > 0 } text && text != "#" && !text.StartsWith("# ", StringComparison.Ordinal)).Select(Parse)];
    }

    /// <summary>Whether the mapping means a column.</summary>
    internal bool Names(int index, string header) => Number is { } number
        ? number == index + 1
        : string.Equals(header.Trim(), Column, StringComparison.OrdinalIgnoreCase) || (HeaderFold.Fold(Column) is { Length: > 0 } folded && folded == HeaderFold.Fold(header));

    /// <summary>The column's number where it is named by it.</summary>
    internal int? Number => Column.StartsWith('#') && int.TryParse(Column.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A column as it would be mapped by hand.</summary>
    internal static string Meaning(AddressBookColumn column)
    {
        var word = Fields.FirstOrDefault(pair => pair.Value == column.Field).Key ?? Word(column.Field);
        var narrowed = column.Field == AddressField.Handle ? column.Network : column.Label;
        return column.Field == AddressField.Ignored ? "ignored" : narrowed is null ? word : $"{word}:{narrowed}";
    }

    private static string Word(AddressField field) => field switch
    {
        AddressField.PhoneLabel => "phone label",
        AddressField.EmailLabel => "email label",
        AddressField.EmailType => "email type",
        AddressField.EmailName => "email display name",
        AddressField.ServiceHandle => "im",
        AddressField.Service => "im network",
        AddressField.CustomValue => "custom field",
        AddressField.CustomLabel => "custom field label",
        AddressField.Notes => "notes",
        AddressField.CountryLabel => "address label",
        AddressField.Deleted => "deleted mark",
        _ => "ignored",
    };

    private static AddressBookException Invalid(string text, string reason) =>
        new("MAP_INVALID", $"\"{text}\" is no column mapping: {reason}. Write it like 'Cell #=phone:mobile'.");
}
