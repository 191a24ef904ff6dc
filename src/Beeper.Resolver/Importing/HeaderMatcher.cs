using System.Globalization;
using System.Text.RegularExpressions;

namespace Beeper.Resolver.Importing;

/// <summary>
/// Understands a header row by its words, never by position: numbered columns by pattern, then the vocabulary, then names of networks,
/// then columns that hold other people's data, which are left alone.
/// </summary>
internal static partial class HeaderMatcher
{
    private static readonly HashSet<string> OtherPeople = new(StringComparer.Ordinal)
    {
        "assistantsphone", "assistantsname", "managersname", "spouse", "children", "referredby", "contactowner", "accountowner", "personowner", "owner",
    };

    /// <summary>The columns of a header row.</summary>
    public static AddressBookColumn[] Match(IReadOnlyList<string> headers)
    {
        var columns = new AddressBookColumn[headers.Count];
        for (var index = 0; index < headers.Count; index++)
            columns[index] = Match(index, headers[index]);
        return columns;
    }

    /// <summary>How many columns name something the resolver reads; tells a header from a row of data.</summary>
    public static int Score(IReadOnlyList<string> cells) => cells.Count(static cell => cell.Length is > 0 and < 80 && Match(0, cell).Field != AddressField.Ignored);

    private static AddressBookColumn Match(int index, string header)
    {
        var name = header.Trim();
        if (Numbered().Match(name) is { Success: true } numbered)
            return MatchNumbered(index, header, numbered);
        var folded = HeaderFold.Fold(name);
        if (folded.Length == 0 || OtherPeople.Contains(folded))
            return new AddressBookColumn(index, header, AddressField.Ignored);
        if (EmailType().Match(name) is { Success: true } type)
            return new AddressBookColumn(index, header, AddressField.EmailType, NumberOf(type, fallback: 1));
        if (HeaderVocabulary.Find(name) is { } known)
            return new AddressBookColumn(index, header, known.Field, known.Field == AddressField.Email ? EmailNumber(name) : 0, known.Label);
        if (NetworkWords.Network(name) is { } network)
            return new AddressBookColumn(index, header, NetworkWords.UsesPhones(network) ? AddressField.Phone : AddressField.Handle, 0, network, network);
        return new AddressBookColumn(index, header, AddressField.Ignored);
    }

    private static AddressBookColumn MatchNumbered(int index, string header, Match match)
    {
        var number = NumberOf(match, fallback: 1);
        var isLabel = match.Groups["part"].Value is "Label" or "Type";
        var isValue = match.Groups["part"].Value == "Value";
        var field = match.Groups["group"].Value switch
        {
            "Phone" => isLabel ? AddressField.PhoneLabel : isValue ? AddressField.Phone : AddressField.Ignored,
            "E-mail" => isLabel ? AddressField.EmailLabel : isValue ? AddressField.Email : AddressField.Ignored,
            "IM" => match.Groups["part"].Value == "Service" ? AddressField.HandleNetwork : isValue ? AddressField.NetworkHandle : AddressField.Ignored,
            // Numbered apart from the messaging columns, so that the two never pair up.
            "Custom Field" => isLabel ? AddressField.HandleNetwork : isValue ? AddressField.NetworkHandle : AddressField.Ignored,
            "Website" => isValue ? AddressField.Url : AddressField.Ignored,
            "Address" => isLabel ? AddressField.CountryLabel : match.Groups["part"].Value == "Country" ? AddressField.Country : AddressField.Ignored,
            "Organization" => match.Groups["part"].Value == "Name" ? AddressField.Organization : AddressField.Ignored,
            _ => AddressField.Ignored,
        };
        return new AddressBookColumn(index, header, field, match.Groups["group"].Value == "Custom Field" ? -number : number);
    }

    private static int NumberOf(Match match, int fallback) =>
        int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;

    private static int EmailNumber(string name) => name.AsSpan().IndexOfAny('2', '3') is var at and >= 0 ? name[at] - '0' : 1;

    [GeneratedRegex("^(?<group>E-mail|Phone|IM|Address|Organization|Website|Custom Field|Relation|Event) (?<number>[0-9]{1,4}) - (?<part>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Numbered();

    [GeneratedRegex("^E-mail (?<number>[23])? ?Type$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex EmailType();
}
