namespace Beeper.Resolver.Ranking;

/// <summary>Weighs a phone number by its kind of line, labels, validity and country.</summary>
internal sealed class PhoneEvidence(RankingWeights weights)
{
    private readonly Evidence _mobile = weights["phone.type.mobile"];
    private readonly Evidence _fixed = weights["phone.type.fixed"];
    private readonly Evidence _other = weights["phone.type.other"];
    private readonly Evidence _invalid = weights["phone.invalid"];
    private readonly Evidence _international = weights["phone.valid.international"];
    private readonly Evidence _sameCountry = weights["phone.country.same"];
    private readonly Evidence _otherCountry = weights["phone.country.differs"];
    private readonly Evidence _labelMobile = weights["phone.label.mobile"];
    private readonly Evidence _labelMain = weights["phone.label.main"];
    private readonly Evidence _labelHome = weights["phone.label.home"];
    private readonly Evidence _labelOther = weights["phone.label.other"];
    private readonly Evidence _labelPager = weights["phone.label.pager"];
    private readonly Evidence _labelFax = weights["phone.label.fax"];

    public void Add(List<Evidence> evidence, Contact contact, ContactIdentifier given)
    {
        var occurrence = given.Occurrences[0];
        if (occurrence.Type == PhoneType.Mobile)
            evidence.Add(_mobile);
        else if (occurrence.Type == PhoneType.FixedLine)
            evidence.Add(_fixed);
        else if (occurrence.Type is PhoneType.Voip or PhoneType.Uan or PhoneType.PersonalNumber)
            evidence.Add(_other);
        AddLabel(evidence, given);
        if (occurrence.Valid == false)
            evidence.Add(_invalid);
        else if (IsInternational(given))
            evidence.Add(_international);
        AddCountry(evidence, contact, given, occurrence.Region);
    }

    // The books may disagree: mobile in one counts whatever the others say, a fax in one counts unless another says mobile.
    private void AddLabel(List<Evidence> evidence, ContactIdentifier given)
    {
        var best = PhoneLabel.None;
        for (var index = 0; index < given.Occurrences.Count; index++)
        {
            var label = PhoneLabels.Of(given.Occurrences[index].Label);
            if (label > best)
                best = label;
        }
        var weight = best switch
        {
            PhoneLabel.Mobile => _labelMobile,
            PhoneLabel.Fax => _labelFax,
            PhoneLabel.Pager => _labelPager,
            PhoneLabel.Main => _labelMain,
            PhoneLabel.Home => _labelHome,
            PhoneLabel.Other => _labelOther,
            _ => null,
        };
        if (weight is not null)
            evidence.Add(weight);
    }

    private void AddCountry(List<Evidence> evidence, Contact contact, ContactIdentifier given, string? region)
    {
        if (region is null)
            return;
        var (same, others) = (0, 0);
        for (var index = 0; index < contact.Identifiers.Count; index++)
        {
            var other = contact.Identifiers[index];
            if (other.Identifier.Kind != IdentifierKind.Phone || other.Identifier.Value == given.Identifier.Value || other.Occurrences[0].Region is not { } otherRegion)
                continue;
            others++;
            same += string.Equals(otherRegion, region, StringComparison.Ordinal) ? 1 : 0;
        }
        if (others > 0)
            evidence.Add(same > 0 ? _sameCountry : _otherCountry);
    }

    private static bool IsInternational(ContactIdentifier given)
    {
        for (var index = 0; index < given.Occurrences.Count; index++)
        {
            if (given.Occurrences[index].International)
                return true;
        }
        return false;
    }
}
