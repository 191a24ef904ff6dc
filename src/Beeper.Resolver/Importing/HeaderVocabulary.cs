using System.Collections.Frozen;
using System.Text.Json;

namespace Beeper.Resolver.Importing;

/// <summary>Which header words mean which field, in every language of the data file; the words of one field are listed per language.</summary>
internal static class HeaderVocabulary
{
    private static readonly Lazy<FrozenDictionary<string, (AddressField Field, string? Label)>> ByHeader = new(Read);

    /// <summary>What a header means, or null when no language knows it.</summary>
    public static (AddressField Field, string? Label)? Find(string header) =>
        ByHeader.Value.TryGetValue(HeaderFold.Fold(header), out var found) ? found : null;

    private static FrozenDictionary<string, (AddressField, string?)> Read()
    {
        using var stream = typeof(HeaderVocabulary).Assembly.GetManifestResourceStream("headers.json")
            ?? throw new InvalidOperationException("headers.json is not embedded in the assembly.");
        var fields = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream) ?? [];
        var byHeader = new Dictionary<string, (AddressField, string?)>();
        foreach (var (field, languages) in fields)
        {
            // English first: where two languages give one word two meanings, the commoner files win.
            foreach (var (_, headers) in languages.OrderByDescending(static pair => pair.Key == "en"))
            {
                foreach (var header in headers)
                    byHeader.TryAdd(HeaderFold.Fold(header), Meaning(field));
            }
        }
        return byHeader.ToFrozenDictionary();
    }

    private static (AddressField, string?) Meaning(string field) => field switch
    {
        "given" => (AddressField.GivenName, null),
        "middle" => (AddressField.MiddleName, null),
        "family" => (AddressField.FamilyName, null),
        "prefix" => (AddressField.Prefix, null),
        "suffix" => (AddressField.Suffix, null),
        "full" => (AddressField.FullName, null),
        "nick" => (AddressField.Nickname, null),
        "org" => (AddressField.Organization, null),
        "email" or "email2" or "email3" => (AddressField.Email, null),
        "mobile" or "radio" => (AddressField.Phone, "mobile"),
        "home" or "home2" => (AddressField.Phone, "home"),
        "work" or "work2" => (AddressField.Phone, "work"),
        "main" => (AddressField.Phone, "main"),
        "company" => (AddressField.Phone, "company"),
        "other" => (AddressField.Phone, "other"),
        "phone" => (AddressField.Phone, null),
        "car" => (AddressField.Phone, "car"),
        "callback" => (AddressField.Phone, "callback"),
        "homefax" => (AddressField.Phone, "home fax"),
        "workfax" => (AddressField.Phone, "work fax"),
        "otherfax" => (AddressField.Phone, "fax"),
        "pager" => (AddressField.Phone, "pager"),
        "country_home" => (AddressField.Country, "home"),
        "country_work" => (AddressField.Country, "work"),
        "country_other" => (AddressField.Country, "other"),
        "country" => (AddressField.Country, null),
        "web" => (AddressField.Url, null),
        "im" => (AddressField.Url, null),
        _ => (AddressField.Ignored, null),
    };
}
