using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>Weighs one identifier of a contact for one network by what the records say about it.</summary>
internal sealed class IdentifierEvidence(RankingWeights weights, SharedIdentifiers shared)
{
    private static readonly HashSet<string> MobileLabels = new(StringComparer.OrdinalIgnoreCase) { "mobile", "cell", "iphone", "whatsapp", "signal", "telegram" };

    public List<Evidence> Weigh(Contact contact, ContactIdentifier given, string network)
    {
        var evidence = new List<Evidence>(6);
        switch (given.Identifier.Kind)
        {
            case IdentifierKind.Phone:
                AddPhone(evidence, given, network);
                break;
            case IdentifierKind.Email:
                AddEmail(evidence, contact, given.Identifier.Value);
                break;
            case IdentifierKind.Username:
                evidence.Add(weights["username.attested"]);
                break;
            case IdentifierKind.UserId:
                evidence.Add(weights["id.attested"]);
                break;
        }
        for (var book = 1; book < Math.Min(given.Sources, 3); book++)
            evidence.Add(weights["sources.agree"]);
        if (given.Occurrences.Any(static occurrence => occurrence.Primary))
            evidence.Add(weights["primary"]);
        if (shared.Of(given.Identifier) == SharedIdentifier.Compatible)
            evidence.Add(weights["shared.compatible"]);
        return evidence;
    }

    private void AddPhone(List<Evidence> evidence, ContactIdentifier given, string network)
    {
        var occurrence = given.Occurrences[0];
        switch (occurrence.Type)
        {
            case PhoneType.Mobile:
                evidence.Add(weights["phone.type.mobile"]);
                break;
            case PhoneType.FixedLine:
                evidence.Add(weights["phone.type.fixed"]);
                break;
            case PhoneType.Voip or PhoneType.Uan or PhoneType.PersonalNumber:
                evidence.Add(weights["phone.type.other"]);
                break;
        }
        if (BestLabel(given) is { } label)
            evidence.Add(weights[label]);
        if (occurrence.Valid == false)
            evidence.Add(weights["phone.invalid"]);
        else if (given.Occurrences.Any(static one => one.International))
            evidence.Add(weights["phone.valid.international"]);
        if (string.Equals(given.Identifier.Network, network, StringComparison.Ordinal))
            evidence.Add(weights["network.tied"]);
    }

    private static string? BestLabel(ContactIdentifier given)
    {
        string? best = null;
        foreach (var occurrence in given.Occurrences)
        {
            if (occurrence.Label is null || string.Equals(occurrence.Label, "home", StringComparison.OrdinalIgnoreCase) || string.Equals(occurrence.Label, "main", StringComparison.OrdinalIgnoreCase))
                continue;
            if (MobileLabels.Contains(occurrence.Label))
                return "phone.label.mobile";
            best ??= string.Equals(occurrence.Label, "work", StringComparison.OrdinalIgnoreCase) ? "phone.label.work" : "phone.label.other";
        }
        return best;
    }

    private void AddEmail(List<Evidence> evidence, Contact contact, string address)
    {
        var local = NameFolder.Fold(address[..Math.Max(0, address.LastIndexOf('@'))].Replace('.', ' ').Replace('_', ' ').Replace('-', ' '));
        switch (NameComparer.Compare(NameFolder.Fold(contact.Name), local))
        {
            case NameAgreement.Strong or NameAgreement.Compatible:
                evidence.Add(weights["email.name.full"]);
                break;
            case NameAgreement.Weak:
                evidence.Add(weights["email.name.part"]);
                break;
        }
    }
}
