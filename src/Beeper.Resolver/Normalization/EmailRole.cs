using System.Collections.Frozen;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Recognises mailboxes of functions and mailboxes nobody reads by their local part: the names of RFC 2142 and the words firms use in the
/// languages of the table, alone or joined to each other, to a country or a number (<c>sales-uk</c>, <c>support2</c>).
/// </summary>
public static class EmailRole
{
    private static readonly FrozenSet<string> Roles = Words("""
        abuse accounting accounts admin administrator all anfrage bestellung billing booking bookings careers contact customercare customerservice
        dispatch enquiries enquiry events everyone feedback finance frontdesk hello help helpdesk hi hostmaster hr info inquiries inquiry invoice
        invoices it jobs kontakt legal mail mailbox marketing media news newsletter office order orders payments payroll postmaster press privacy
        purchasing reception reservations sales secretary security service services shop staff store support tech team technik ticket tickets
        webmaster welcome
        bewerbung buchhaltung buero einkauf empfang personal praxis presse rechnung rechnungen sekretariat verkauf vertrieb verwaltung zentrale
        accueil achats administratif bureau candidature commande commercial compta comptabilite direction facturation recrutement secretariat
        administracion atencion ayuda citas compras contabilidad contacto empleo facturacion oficina pedidos recepcion reservas soporte ventas
        acquisti amministrazione assistenza clienti contatti contatto fatture ordini prenotazioni segreteria ufficio vendite
        atendimento comercial contato encomendas faturamento financeiro geral loja suporte vendas
        administratie bestelling boekhouding inkoop klantenservice receptie verkoop
        biuro faktury handlowy ksiegowosc rekrutacja rezerwacja sekretariat sklep sprzedaz zamowienia
        bilgi destek iletisim muhasebe satis
        """);

    private static readonly FrozenSet<string> Nobody = Words("""
        noreply donotreply dontreply nereply neodpovidat nepasrepondre pasdereponse noresponder naoresponda nonrispondere keineantwort nichtantworten
        mailerdaemon bounce bounces notification notifications notify autoreply automailer unsubscribe
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RoleOf = Roles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NobodyOf = Nobody.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whose mailbox a normalised address is.</summary>
    public static EmailRoleKind Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var local = address.AsSpan(0, Math.Max(0, address.LastIndexOf('@')));
        if (local.IndexOf('+') is var plus and > 0)
            local = local[..plus];
        return local.IsEmpty || local.Length > EmailSyntax.LongestLocalPart ? EmailRoleKind.None
            : IsNobody(local) ? EmailRoleKind.NoReply
            : IsRole(local) ? EmailRoleKind.Role
            : EmailRoleKind.None;
    }

    // "no-reply", "no.reply" and "noreply" are one word; so is each behind or before the name of a service ("noreply-orders", "shop-noreply").
    private static bool IsNobody(ReadOnlySpan<char> local)
    {
        Span<char> joined = stackalloc char[EmailSyntax.LongestLocalPart];
        var length = 0;
        foreach (var c in local)
        {
            if (c is not ('-' or '_' or '.'))
                joined[length++] = c;
        }
        if (NobodyOf.Contains(joined[..length]))
            return true;
        return joined[..length].IndexOf("noreply", StringComparison.OrdinalIgnoreCase) >= 0 || joined[..length].IndexOf("donotreply", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static bool IsRole(ReadOnlySpan<char> local)
    {
        var first = true;
        foreach (var part in local.SplitAny("-_."))
        {
            var word = local[part].TrimEnd("0123456789");
            if (first && !RoleOf.Contains(word))
                return false;
            // A country or a number tells two boxes of one function apart; a longer word may be a person's name.
            if (!first && word.Length > 2 && !RoleOf.Contains(word))
                return false;
            first = false;
        }
        return true;
    }

    private static FrozenSet<string> Words(string list) => list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
