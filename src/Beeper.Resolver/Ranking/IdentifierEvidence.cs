using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>Weighs the identifiers of a contact by what the records say about them.</summary>
internal sealed class IdentifierEvidence
{
    private readonly RankingModel _model;
    private readonly IdentifierVetoes _vetoes;
    private readonly PhoneEvidence _phones;
    private readonly Evidence _tied;
    private readonly Evidence _sources;
    private readonly Evidence _primary;
    private readonly Evidence _compatible;
    private readonly Evidence _id;
    private readonly Evidence _handle;
    private readonly Evidence _handleFull;
    private readonly Evidence _handlePart;
    private readonly Evidence _mailFull;
    private readonly Evidence _mailPart;
    private readonly Evidence _mailOther;
    private readonly Evidence _mailDisposable;
    private readonly Evidence _mailEmployer;
    private readonly Evidence _mailWork;

    public IdentifierEvidence(RankingModel model)
    {
        var weights = model.Weights;
        _model = model;
        _vetoes = new IdentifierVetoes(model, []);
        _phones = new PhoneEvidence(weights);
        _tied = weights["network.tied"];
        _sources = weights["sources.agree"];
        _primary = weights["source.primary"];
        _compatible = weights["shared.compatible"];
        _id = weights["id.attested"];
        _handle = weights["username.attested"];
        _handleFull = weights["username.name.full"];
        _handlePart = weights["username.name.part"];
        _mailFull = weights["email.name.full"];
        _mailPart = weights["email.name.part"];
        _mailOther = weights["email.domain.other"];
        _mailDisposable = weights["email.domain.disposable"];
        _mailEmployer = weights["email.domain.organization"];
        _mailWork = weights["email.domain.work"];
    }

    /// <summary>The facts of all identifiers of a contact, in their order.</summary>
    public IdentifierFacts[] Weigh(Contact contact)
    {
        var facts = new IdentifierFacts[contact.Identifiers.Count];
        FoldedName? name = null;
        var evidence = new List<Evidence>(8);
        for (var index = 0; index < facts.Length; index++)
        {
            var given = contact.Identifiers[index];
            facts[index] = given.Identifier.Kind == IdentifierKind.Phone
                ? Of(contact, given, FoldedName.Empty, FoldedName.Empty, evidence)
                : Of(contact, given, name ??= NameFolder.Fold(contact.Name), Spelled(given.Identifier), evidence);
            evidence.Clear();
        }
        return facts;
    }

    /// <summary>What only counts on a given network, or null.</summary>
    public Evidence? OfNetwork(Contact contact, Identifier identifier, NetworkProfile profile)
    {
        if (identifier.Kind == IdentifierKind.Phone)
            return identifier.Network is null ? null : _tied;
        if (identifier.Kind != IdentifierKind.Email || Organization(contact) is not { } organization)
            return null;
        var domain = Domain(identifier.Value).ToString();
        return MailDomains.IsFree(domain) || !MailDomains.Spells(domain, organization) ? null : profile.IsWorkplace ? _mailEmployer : _mailWork;
    }

    private IdentifierFacts Of(Contact contact, ContactIdentifier given, FoldedName name, FoldedName spelled, List<Evidence> evidence)
    {
        var kind = given.Identifier.Kind;
        if (kind == IdentifierKind.Phone)
            _phones.Add(evidence, contact, given);
        else if (kind == IdentifierKind.Email)
            AddEmail(evidence, given.Identifier.Value, SpelledName.Compare(spelled, name));
        else if (kind == IdentifierKind.Username)
            AddHandle(evidence, SpelledName.Compare(spelled, name));
        else
            evidence.Add(_id);
        for (var book = 1; book < Math.Min(given.Sources, 3); book++)
            evidence.Add(_sources);
        if (IsPrimary(given))
            evidence.Add(_primary);
        var shared = _model.Shared.Of(given.Identifier);
        if (shared == SharedIdentifier.Compatible)
            evidence.Add(_compatible);
        return new IdentifierFacts(given, [.. evidence], _model.Weights.LogOdds(evidence), _vetoes.Of(given, shared, name, spelled));
    }

    private void AddEmail(List<Evidence> evidence, string address, NameAgreement agreement)
    {
        if (agreement is NameAgreement.Strong or NameAgreement.Compatible)
            evidence.Add(_mailFull);
        else if (agreement == NameAgreement.Weak)
            evidence.Add(_mailPart);
        var domain = Domain(address);
        if (MailDomains.IsDisposable(domain))
            evidence.Add(_mailDisposable);
        else if (!MailDomains.IsFree(domain))
            evidence.Add(_mailOther);
    }

    private void AddHandle(List<Evidence> evidence, NameAgreement agreement)
    {
        evidence.Add(_handle);
        if (agreement is NameAgreement.Strong or NameAgreement.Compatible)
            evidence.Add(_handleFull);
        else if (agreement == NameAgreement.Weak)
            evidence.Add(_handlePart);
    }

    private static FoldedName Spelled(Identifier identifier) => identifier.Kind switch
    {
        IdentifierKind.Email => SpelledName.Fold(LocalPart(identifier.Value)),
        IdentifierKind.Username => SpelledName.Fold(identifier.Value),
        _ => FoldedName.Empty,
    };

    private static bool IsPrimary(ContactIdentifier given)
    {
        for (var index = 0; index < given.Occurrences.Count; index++)
        {
            if (given.Occurrences[index].Primary)
                return true;
        }
        return false;
    }

    private static string? Organization(Contact contact)
    {
        for (var index = 0; index < contact.Records.Count; index++)
        {
            if (contact.Records[index].Organization is { } organization)
                return organization;
        }
        return null;
    }

    private static ReadOnlySpan<char> LocalPart(string address)
    {
        var local = address.AsSpan(0, Math.Max(0, address.LastIndexOf('@')));
        var plus = local.IndexOf('+');
        return plus > 0 ? local[..plus] : local;
    }

    private static ReadOnlySpan<char> Domain(string address) => address.AsSpan(address.LastIndexOf('@') + 1);
}
