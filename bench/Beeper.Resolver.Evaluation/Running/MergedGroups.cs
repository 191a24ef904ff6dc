using System.Security.Cryptography;
using System.Text;
using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>
/// What merging decided, as text that does not depend on anything else: every contact's key and rows, and every suggestion. The same rows must
/// give the same text whatever is done for speed.
/// </summary>
internal static class MergedGroups
{
    /// <summary>The lines: contacts in the order of their first row, then suggestions, the best first.</summary>
    public static string Text(IReadOnlyList<Contact> contacts, IReadOnlyList<MergeSuggestion> suggestions)
    {
        var text = new StringBuilder();
        foreach (var contact in contacts)
        {
            text.Append(contact.Key).Append('\t').Append(contact.Name);
            foreach (var record in contact.Records)
                text.Append('\t').Append(record.Location.Source).Append(':').Append(record.Location.Record);
            foreach (var given in contact.Identifiers)
                text.Append('\t').Append(given.Identifier.Network).Append(' ').Append(given.Identifier.Value).Append(' ').Append(given.Occurrences.Count).Append(' ').Append(given.Sources);
            text.Append('\n');
        }
        foreach (var suggestion in suggestions)
            text.Append(suggestion.First).Append('\t').Append(suggestion.Second).Append('\t').Append(suggestion.Reason).Append('\n');
        return text.ToString();
    }

    /// <summary>A digest of the text.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
