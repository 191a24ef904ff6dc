using Beeper.Resolver.Importing.Values;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>The label of a card's value: the text of its group's <c>X-ABLabel</c>, else its types.</summary>
internal static class VCardLabels
{
    private const string AppleStart = "_$!<";
    private const string AppleEnd = ">!$_";

    /// <summary>The label, whether the value is preferred, and the network the label names.</summary>
    public static LabelCell Of(List<VCardProperty> card, VCardProperty property)
    {
        var group = property.Group is null ? null : card.Find(other => other.Group == property.Group && other.Name == "X-ABLABEL")?.Value;
        var label = LabelCell.Read(group is null ? property.OwnLabel ?? OfTypes(property) ?? "" : Plain(VCardProperty.Unescape(group)));
        return label with { Primary = property.IsPreferred };
    }

    // Apple's own labels are marked, so that they can be shown in the reader's language.
    private static string Plain(string label) =>
        label.StartsWith(AppleStart, StringComparison.Ordinal) && label.EndsWith(AppleEnd, StringComparison.Ordinal) ? label[AppleStart.Length..^AppleEnd.Length] : label;

    private static string? OfTypes(VCardProperty property)
    {
        var types = property.Types.ToHashSet(StringComparer.Ordinal);
        var place = types.Contains("HOME") ? "home" : types.Contains("WORK") ? "work" : null;
        if (types.Contains("FAX") || types.Contains("FACSIMILE"))
            return place is null ? "fax" : $"{place} fax";
        if (types.Contains("PAGER"))
            return "pager";
        if (types.Contains("IPHONE"))
            return "iphone";
        if (types.Contains("CELL") || types.Contains("MOBILE"))
            return "mobile";
        return place ?? types.FirstOrDefault(static type => type is not ("PREF" or "VOICE" or "INTERNET" or "MSG" or "TEXT" or "VIDEO" or "X400" or "DOM" or "INTL" or "POSTAL" or "PARCEL" or "OTHER"))?.Replace("X-", "", StringComparison.Ordinal)
            ?? (types.Contains("OTHER") ? "other" : null);
    }
}
