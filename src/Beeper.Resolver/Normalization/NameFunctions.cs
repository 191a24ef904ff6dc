using System.Collections.Frozen;

namespace Beeper.Resolver.Normalization;

/// <summary>Tells names of people from placeholders, functions and firms, which are no evidence of who somebody is.</summary>
internal static class NameFunctions
{
    // All words of a name have to be of these.
    private static readonly FrozenSet<string> Placeholders = Words("""
        unknown unbekannt desconocido inconnu sconosciuto noname no name none null na nn test deleted user account contact new neu office reception sales support info service helpdesk
        headquarters headquarter hq main switchboard zentrale home work mobile phone number emergency ambulance police polizei fire taxi voicemail mailbox customer care it admin company firma
        mom mum mama mommy mummy dad papa daddy mother father mutter vater oma opa grandma grandpa wife husband baby boss chef doctor arzt whatsapp telegram signal facebook
        hotline front desk team the my guest anonymous unnamed empty sos ice general department dept accounting billing marketing hr security parking school delivery
        """);

    // One of these makes the whole name one of a function.
    private static readonly FrozenSet<string> Functions = Words("""
        support helpdesk reception switchboard headquarters headquarter hotline voicemail emergency ambulance restaurant pizzeria clinic klinik krankenhaus hospital pharmacy apotheke
        hausverwaltung steuerberater werkstatt autohaus reisebuero kundenservice zahnarztpraxis arztpraxis gemeinschaftspraxis dentistry plumbing insurance versicherung sekretariat
        """);

    // The last word of a firm's name.
    private static readonly FrozenSet<string> LegalForms = Words("""
        gmbh mbh ltd limited llc llp inc incorporated corp corporation plc pty gbr ohg ug sarl srl spa sas bv nv oyj aps kft zrt sro doo ooo ooo sia uab lda ltda eirl co kg ag se sa oy ab as
        """);

    /// <summary>Whether the words name a person, as far as words tell.</summary>
    /// <param name="words">The words of the name.</param>
    /// <param name="capitalTail">Whether the last word is in capitals and the name is not, as in "Quill AG".</param>
    public static bool IsPerson(ReadOnlySpan<NameToken> words, bool capitalTail)
    {
        var placeholders = 0;
        foreach (ref readonly var word in words)
        {
            if (Functions.Contains(word.Form))
                return false;
            if (word.IsNumber || Placeholders.Contains(word.Form))
                placeholders++;
        }
        if (placeholders == words.Length)
            return false;
        var last = words[^1].Form;
        return words.Length == 1 || !LegalForms.Contains(last) || (last.Length == 2 && !capitalTail);
    }

    private static FrozenSet<string> Words(string list) => list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
