using System.Collections.Frozen;

namespace Beeper.Resolver.Importing.Headers;

/// <summary>Settles what single headers leave open by the columns beside them.</summary>
internal static class HeaderContext
{
    private static readonly FrozenSet<string> LoneNames = new[] { "Naam", "Navn", "Namn", "Nimi", "Név", "이름", "שם", "الاسم", "ชื่อ" }.Select(HeaderFold.Fold).ToFrozenSet();

    /// <summary>Changes the columns in place, those the owner mapped excepted.</summary>
    public static void Settle(AddressBookColumn[] columns, IReadOnlyList<ColumnMapping> mappings)
    {
        NameUnknown(columns);
        var hasGiven = Has(columns, AddressField.GivenName);
        var hasFamily = Has(columns, AddressField.FamilyName);
        var hasSuffix = Has(columns, AddressField.Suffix);
        var hasTypes = Has(columns, AddressField.EmailType);
        var titles = 0;
        for (var index = 0; index < columns.Length; index++)
        {
            var column = columns[index];
            if (mappings.Any(mapping => mapping.Names(index, column.Header)))
                continue;
            columns[index] = HeaderFold.Fold(column.Header) switch
            {
                // German tables write the family name as "Name", beside "Vorname"; alone it is the whole name.
                "name" => column with { Field = column.Field == AddressField.FamilyName && !hasGiven ? AddressField.FullName : column.Field },
                // Elsewhere the word for a name is the family's beside a given name, and the given name beside a family's.
                _ when column.Field == AddressField.FullName && hasGiven != hasFamily && LoneNames.Contains(HeaderFold.Fold(column.Header)) => column with { Field = hasGiven ? AddressField.FamilyName : AddressField.GivenName },
                // Outlook's "Title" is the honorific and stands in a table with suffixes; elsewhere it is the job.
                "title" => hasSuffix ? column with { Field = AddressField.Prefix, Why = null } : column with { Field = AddressField.Ignored, Why = "not needed to find a chat" },
                // French Outlook has the word twice: the honorific first, then the job.
                "titre" when ++titles > 1 => column with { Field = AddressField.Ignored, Why = "not needed to find a chat" },
                // Google calls the label of an address its type, Outlook its kind: SMTP or EX.
                _ => hasTypes && column.Field == AddressField.EmailLabel ? column with { Field = AddressField.EmailType } : column,
            };
        }
    }

    // A table without a known name has one in a column whose unknown header says so: "Name of guest", "NOM PRENOM".
    private static void NameUnknown(AddressBookColumn[] columns)
    {
        if (Array.Exists(columns, static column => column.Field is AddressField.FullName or AddressField.GivenName or AddressField.FamilyName or AddressField.Nickname))
            return;
        var index = Array.FindIndex(columns, static column => column.Why == HeaderMatcher.Unknown && TokenRules.IsName(column.Header));
        if (index >= 0)
            columns[index] = columns[index] with { Field = AddressField.FullName, Why = "words of the header" };
    }

    private static bool Has(AddressBookColumn[] columns, AddressField field) => Array.Exists(columns, column => column.Field == field);
}
