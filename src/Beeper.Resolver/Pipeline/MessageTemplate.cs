using System.Text;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// The text of first messages: <c>{firstName}</c> and <c>{fullName}</c> stand for the contact's, <c>{firstName|friend}</c> for the word after
/// the bar where the contact has none, <c>{{</c> and <c>}}</c> for braces.
/// </summary>
public sealed class MessageTemplate
{
    private const int LongestText = 4000;

    private readonly List<(string Text, string? Field, string? Fallback)> _parts;

    private MessageTemplate(List<(string Text, string? Field, string? Fallback)> parts) => _parts = parts;

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A placeholder is unknown or a brace stands alone; the message says which.</exception>
    public static MessageTemplate Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("The message text is empty.");
        if (text.Length > LongestText)
            throw new FormatException($"The message text is longer than {LongestText} characters.");
        var parts = new List<(string, string?, string?)>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '{' or '}' && at + 1 < text.Length && text[at + 1] == text[at])
            {
                plain.Append(text[at++]);
            }
            else if (text[at] == '{' && text.IndexOf('}', at) is > 0 and var end)
            {
                parts.Add((plain.ToString(), null, null));
                plain.Clear();
                parts.Add(Placeholder(text[(at + 1)..end]));
                at = end;
            }
            else if (text[at] is '{' or '}')
            {
                throw new FormatException($"The brace at character {at + 1} of the message text has no partner. Write {{{{ or }}}} for a brace.");
            }
            else
            {
                plain.Append(text[at]);
            }
        }
        parts.Add((plain.ToString(), null, null));
        return new MessageTemplate(parts);
    }

    /// <summary>The text for a contact; null where a placeholder has no value and no fallback.</summary>
    public string? Render(Contact contact)
    {
        var text = new StringBuilder();
        foreach (var (plain, field, fallback) in _parts)
        {
            var value = field switch { null => plain, "fullName" => contact.Name, _ => FirstName(contact.Name) };
            if (field is not null && value.Length == 0)
                value = fallback ?? "";
            if (field is not null && value.Length == 0)
                return null;
            text.Append(value);
        }
        return text.ToString();
    }

    // "Quill, Harriet" gives Harriet, "Dr. Harriet Quill" too; one letter with a dot is no name to greet with.
    internal static string FirstName(string name)
    {
        var given = name.Split(',') is [_, var after] && !string.IsNullOrWhiteSpace(after) ? after : name;
        foreach (var word in given.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var letters = new string([.. word.Where(char.IsLetter)]);
            if (letters.Length == 0 || NameTitles.IsHonorific(letters.ToLowerInvariant(), dotted: word.EndsWith('.')))
                continue;
            return letters.Length == 1 && word.EndsWith('.') || word.Contains('@') ? "" : word;
        }
        return "";
    }

    private static (string Text, string? Field, string? Fallback) Placeholder(string text)
    {
        var bar = text.IndexOf('|');
        var (field, fallback) = bar < 0 ? (text, null) : (text[..bar], text[(bar + 1)..]);
        return field is "firstName" or "fullName"
            ? ("", field, fallback)
            : throw new FormatException($"The message text names {{{field}}}, which is not known. Use {{firstName}} or {{fullName}}.");
    }
}
