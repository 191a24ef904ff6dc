using System.Collections.Frozen;

namespace Beeper.Resolver.Normalization;

/// <summary>Recognises mailboxes of functions and mailboxes nobody reads by their local part (RFC 2142 names and common ones).</summary>
public static class EmailRole
{
    private static readonly FrozenSet<string> Roles = new[]
    {
        "info", "office", "sales", "admin", "administrator", "support", "contact", "kontakt", "contacto", "hello", "hi", "team", "billing", "accounts", "invoices", "rechnung",
        "hr", "jobs", "careers", "press", "marketing", "service", "help", "helpdesk", "reception", "enquiries", "inquiries", "orders", "shop", "booking", "bookings",
        "reservations", "postmaster", "abuse", "webmaster", "hostmaster", "security", "privacy", "news", "newsletter", "all", "everyone", "staff", "mail",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NoReplies = new[]
    {
        "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "mailer-daemon", "bounce", "bounces", "notifications", "notification",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whose mailbox a normalised address is.</summary>
    public static EmailRoleKind Of(string address)
    {
        var local = address[..Math.Max(0, address.LastIndexOf('@'))];
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0)
            local = local[..plus];
        return NoReplies.Contains(local) ? EmailRoleKind.NoReply : Roles.Contains(local) ? EmailRoleKind.Role : EmailRoleKind.None;
    }
}
