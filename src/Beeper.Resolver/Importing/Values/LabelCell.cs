using Beeper.Resolver.Importing.Encodings;
using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>What a label cell says: <c>* Home</c> is the primary one at home, <c>* </c> the primary one without a label, <c>WhatsApp</c> a network.</summary>
/// <param name="Label">The canonical label, or null.</param>
/// <param name="Primary">Whether the value is marked as primary.</param>
/// <param name="Network">The network the label names, or null.</param>
internal sealed record LabelCell(string? Label, bool Primary, string? Network)
{
    /// <summary>A value without label.</summary>
    public static LabelCell None { get; } = new(null, false, null);

    /// <summary>Reads a cell.</summary>
    public static LabelCell Read(string cell)
    {
        var text = cell.Trim();
        var primary = text.StartsWith('*');
        var label = LabelVocabulary.Canonical(Mojibake.Repair(primary ? text[1..] : text));
        return new LabelCell(label, primary, NetworkWords.Network(label));
    }
}
