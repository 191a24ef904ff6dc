using System.Collections.Frozen;

namespace Beeper.Resolver.Importing;

/// <summary>What each problem code means and what can be done, in one sentence.</summary>
public static class ProblemText
{
    private static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string>
    {
        ["ROW_NO_CONTENT"] = "the row names nobody and holds nothing to resolve",
        ["ROW_UNCLOSED_QUOTE"] = "a quote is opened and not closed; close or remove it",
        ["ROW_BROKEN_QUOTES"] = "quotes inside a field split the row into too many cells; double them",
        ["ROW_TOO_LARGE"] = "the row is larger than a contact can be",
        ["ROW_TOO_MANY_COLUMNS"] = "the row has more cells than any address book has columns",
        ["ROW_DAMAGED_TEXT"] = "a letter was lost before the file was written; correct it, or name the file's encoding with --encoding",
        ["ROW_DELETED"] = "the contact was deleted in the program that wrote the file",
        ["ROW_GROUP"] = "the card is a group of contacts, not a person",
        ["ROW_UNCLOSED_CARD"] = "the card has no END:VCARD",
        ["ROW_OUTSIDE_CARD"] = "text between two cards",
        ["QUOTE_STRAY"] = "a quote stands where none belongs; the row was read as well as it can be",
        ["CELLS_EXTRA"] = "the row has more cells than the header; the extra ones were not read",
        ["TEXT_NUL"] = "a NUL character stands in the text",
        ["EMAIL_X500"] = "an address inside an Exchange server, not an e-mail address",
        ["PHONE_PLACEHOLDER"] = "a placeholder, not a number",
        ["PHONE_SPREADSHEET_ERROR"] = "a spreadsheet's error message stands in place of the number",
        ["PHONE_PRECISION_LOST"] = "a spreadsheet rounded this number and its last digits are lost; take it from the original",
        ["PHONE_EVALUATED"] = "a spreadsheet computed something in place of the number; take it from the original",
        ["PHONE_DATE"] = "a date, or a number that a spreadsheet made a date of",
        ["PHONE_SERVICE_CODE"] = "a service code of a network, not a person's number",
        ["PHONE_SHORT_CODE"] = "a short code, not a person's number",
        ["PHONE_LETTERS"] = "letters stand among the digits; write the number in digits",
        ["PHONE_NOT_A_NUMBER"] = "no number",
        ["PHONE_NO_REGION"] = "a number without country code, and nothing tells its country; name one with --region",
        ["PHONE_UNKNOWN_COUNTRY"] = "no country has this country code",
        ["PHONE_TOO_SHORT"] = "too few digits for a phone number",
        ["PHONE_TOO_LONG"] = "too many digits for a phone number",
        ["PHONE_LOCAL_ONLY"] = "a local number without its area code",
        ["PHONE_INVALID_LENGTH"] = "no number of this country has so many digits",
        ["EMAIL_PLACEHOLDER"] = "a placeholder, not an address",
        ["EMAIL_EMPTY"] = "no e-mail address stands here",
        ["EMAIL_SEVERAL"] = "several addresses stand here, and they cannot be told apart",
        ["EMAIL_NO_AT"] = "no e-mail address: the @ is missing",
        ["EMAIL_NO_LOCAL_PART"] = "no e-mail address: nothing stands before the @",
        ["EMAIL_BAD_LOCAL_PART"] = "no e-mail address: the part before the @ cannot be one",
        ["EMAIL_BAD_DOMAIN"] = "no e-mail address: the part behind the @ is no domain",
        ["EMAIL_NO_DOMAIN"] = "no e-mail address: nothing stands behind the @",
        ["EMAIL_DOMAIN_WITHOUT_DOT"] = "no e-mail address of the internet: the domain has no dot",
        ["EMAIL_DOMAIN_DOT"] = "no e-mail address: a dot stands at the wrong place of the domain",
        ["EMAIL_DOMAIN_HYPHEN"] = "no e-mail address: a hyphen stands at the wrong place of the domain",
        ["EMAIL_LABEL_TOO_LONG"] = "no e-mail address: a part of the domain is longer than domains may be",
        ["EMAIL_LOCAL_DOT"] = "no e-mail address: a dot stands at the wrong place before the @",
        ["EMAIL_LOCAL_TOO_LONG"] = "no e-mail address: the part before the @ is longer than it may be",
        ["EMAIL_TOO_LONG"] = "longer than an e-mail address can be",
        ["HANDLE_NOT_USABLE"] = "no handle of a known network",
    }.ToFrozenDictionary();

    /// <summary>All codes with a text.</summary>
    public static IEnumerable<string> Codes => Texts.Keys;

    /// <summary>The sentence for a code; the code in words where it has none.</summary>
    public static string Of(string code) => Texts.TryGetValue(code, out var text) ? text : code.Replace('_', ' ').ToLowerInvariant();
}
