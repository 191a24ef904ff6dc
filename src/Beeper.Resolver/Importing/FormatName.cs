namespace Beeper.Resolver.Importing;

/// <summary>Names a file's format by headers only it has. The name is for its owner to read; the columns are mapped by name whatever it says.</summary>
internal static class FormatName
{
    public static string Of(IReadOnlyList<string> headers)
    {
        var words = headers.Select(HeaderFold.Fold).ToHashSet(StringComparer.Ordinal);
        if (words.Contains("connectedon"))
            return "linkedin-connections";
        if (words.Contains("phone1label") || words.Contains("email1label") || (words.Contains("fileas") && words.Contains("phoneticfirstname")))
            return "google";
        if (words.Contains("phone1type") || words.Contains("givennameyomi") || words.Contains("email1type"))
            return "google-old";
        if (words.Contains("email2address") && words.Contains("email2type"))
            return "outlook";
        if (words.Contains("email2address") && words.Contains("givenyomi"))
            return "outlook-com";
        if (words.Contains("yahoophone"))
            return "yahoo";
        return words.Contains("screenname") && words.Contains("homezipcode") ? "thunderbird" : "plain";
    }
}
