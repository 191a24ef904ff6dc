using System.Collections.Frozen;

namespace Beeper.Resolver.Ranking;

/// <summary>The canonical labels of phone numbers and what they say.</summary>
internal static class PhoneLabels
{
    private static readonly FrozenDictionary<string, PhoneLabel> ByLabel = new Dictionary<string, PhoneLabel>
    {
        ["mobile"] = PhoneLabel.Mobile,
        ["cell"] = PhoneLabel.Mobile,
        ["iphone"] = PhoneLabel.Mobile,
        ["whatsapp"] = PhoneLabel.Mobile,
        ["signal"] = PhoneLabel.Mobile,
        ["telegram"] = PhoneLabel.Mobile,
        ["work mobile"] = PhoneLabel.Mobile,
        ["home mobile"] = PhoneLabel.Mobile,
        ["main"] = PhoneLabel.Main,
        ["home"] = PhoneLabel.Home,
        ["work"] = PhoneLabel.Work,
        ["company"] = PhoneLabel.Work,
        ["fax"] = PhoneLabel.Fax,
        ["home fax"] = PhoneLabel.Fax,
        ["work fax"] = PhoneLabel.Fax,
        ["other fax"] = PhoneLabel.Fax,
        ["telex"] = PhoneLabel.Fax,
        ["isdn"] = PhoneLabel.Fax,
        ["tty"] = PhoneLabel.Fax,
        ["pager"] = PhoneLabel.Pager,
        ["work pager"] = PhoneLabel.Pager,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static PhoneLabel Of(string? label) =>
        string.IsNullOrEmpty(label) ? PhoneLabel.None : ByLabel.GetValueOrDefault(label, PhoneLabel.Other);

    /// <summary>Whether every label says that nobody talks on the line.</summary>
    public static bool AreOnlyMachines(ContactIdentifier given)
    {
        for (var index = 0; index < given.Occurrences.Count; index++)
        {
            if (Of(given.Occurrences[index].Label) is not (PhoneLabel.Fax or PhoneLabel.Pager))
                return false;
        }
        return true;
    }
}
