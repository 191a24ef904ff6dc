using System.Collections.Frozen;

namespace Beeper.Resolver.Normalization;

/// <summary>The words that make a name one of a placeholder, a function or a firm, which are no evidence of who somebody is, and the words that join or label names.</summary>
internal static class NameFunctions
{
    // All words of a name have to be of these.
    private const string Placeholders = """
        unknown unbekannt desconocido inconnu sconosciuto noname no name none null na nn test deleted user account contact new neu office reception
        sales support info service helpdesk headquarters headquarter hq main switchboard zentrale home work mobile phone number emergency ambulance
        police polizei fire taxi voicemail mailbox customer care it admin company firma mom mum mama mommy mummy dad papa daddy mother father mutter
        vater oma opa grandma grandpa wife husband baby boss chef doctor arzt whatsapp telegram signal facebook hotline front desk team the my guest
        anonymous unnamed empty sos ice general department dept accounting billing marketing hr security parking school delivery
        """;

    // One of these makes the whole name one of a function.
    private const string Functions = """
        support helpdesk reception switchboard headquarters headquarter hotline voicemail emergency ambulance restaurant pizzeria clinic klinik
        krankenhaus hospital pharmacy apotheke hausverwaltung steuerberater werkstatt autohaus reisebuero kundenservice zahnarztpraxis arztpraxis
        gemeinschaftspraxis dentistry plumbing insurance versicherung sekretariat
        """;

    // The last word of a firm's name.
    private const string LegalForms = """
        gmbh mbh ltd limited llc llp inc incorporated corp corporation plc pty gbr ohg ug sarl srl spa sas bv nv oyj aps kft zrt sro doo ooo sia uab
        lda ltda eirl co kg ag se sa oy ab as
        """;

    private const string Labels = "mobile mobil cell cellphone whatsapp telegram signal work private privat office new";

    private const string Particles = """
        de da do dos das del della dello di du des la le les lo los las el al ul bin ibn bint ben van von vom zu zum zur der den dem ter ten te op het
        af av y e i
        """;

    private static readonly FrozenDictionary<string, NameWordKinds> ByWord = Read();

    /// <summary>What a folded word may be besides a person's name.</summary>
    public static NameWordKinds KindsOf(string form) => ByWord.GetValueOrDefault(form);

    /// <summary>Whether the words name a person, as far as words tell.</summary>
    /// <param name="words">The words of the name.</param>
    /// <param name="capitalTail">Whether the last word is in capitals and the name is not, as in "Quill AG".</param>
    public static bool IsPerson(ReadOnlySpan<NameToken> words, bool capitalTail)
    {
        var placeholders = 0;
        foreach (ref readonly var word in words)
        {
            if (word.Kinds.HasFlag(NameWordKinds.Function))
                return false;
            if (word.IsNumber || word.Kinds.HasFlag(NameWordKinds.Placeholder))
                placeholders++;
        }
        if (placeholders == words.Length)
            return false;
        return words.Length == 1 || !words[^1].Kinds.HasFlag(NameWordKinds.LegalForm) || (words[^1].Form.Length == 2 && !capitalTail);
    }

    /// <summary>Whether the last word of a name is a phone's label; the ambiguous ones only behind two names.</summary>
    public static bool IsLabel(in NameToken word, int wordsBefore) =>
        word.Kinds.HasFlag(NameWordKinds.Label) && (wordsBefore > 1 || word.Form is "mobile" or "mobil" or "whatsapp" or "telegram");

    private static FrozenDictionary<string, NameWordKinds> Read()
    {
        var kinds = new Dictionary<string, NameWordKinds>(StringComparer.Ordinal);
        foreach (var (words, kind) in new[]
        {
            (Placeholders, NameWordKinds.Placeholder), (Functions, NameWordKinds.Function), (LegalForms, NameWordKinds.LegalForm),
            (Labels, NameWordKinds.Label), (Particles, NameWordKinds.Particle),
        })
        {
            foreach (var word in words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
                kinds[word] = kinds.GetValueOrDefault(word) | kind;
        }
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
