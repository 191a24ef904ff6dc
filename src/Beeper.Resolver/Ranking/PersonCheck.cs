using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// Compares the person a network shows with the contact. A conflicting name is real evidence against; agreement is weaker, because some
/// networks echo the address book's own name, and counts by how rare the shared words are. A name that says nothing is neutral.
/// </summary>
public sealed class PersonCheck(RankingModel model)
{
    /// <summary>The ID of the hold for a conflicting name.</summary>
    public const string NameConflictId = "hold.name_conflict";

    private const double ShareOfBits = 0.5;
    // Below these bits a shared word is a given name that many have.
    private const double CommonBits = 6;

    private static readonly Evidence NameConflict = new(NameConflictId, 0, "the network shows another name");

    private readonly Evidence _strong = model.Weights["lookup.name.strong"];
    private readonly Evidence _compatible = model.Weights["lookup.name.compatible"];
    private readonly Evidence _weak = model.Weights["lookup.name.weak"];

    /// <summary>What the name the network shows says of the contact.</summary>
    public NameFinding Compare(ContactNames names, NetworkUser user)
    {
        if (string.IsNullOrWhiteSpace(user.FullName))
            return NameFinding.Silent;
        var shown = NameFolder.Fold(user.FullName);
        var agreement = names.AgreementWith(shown, out var agreeing);
        if (agreement == NameAgreement.Unknown)
            return NameFinding.Silent;
        if (agreement == NameAgreement.Conflict)
            return IsNoName(shown) ? NameFinding.Silent : new NameFinding(agreement, NameConflict);
        var bits = model.Names.SharedBits(agreeing, shown);
        return agreement switch
        {
            NameAgreement.Strong => new NameFinding(agreement, Weighed(_strong, 3, bits * ShareOfBits)),
            NameAgreement.Compatible => new NameFinding(agreement, Weighed(_compatible, 2, bits * ShareOfBits)),
            _ => new NameFinding(agreement, Weighed(_weak, 0, (bits - CommonBits) * ShareOfBits)),
        };
    }

    // A phrase or an invented handle contradicts nobody.
    private bool IsNoName(FoldedName shown) => model.Names.IsUnfamiliar(shown) || (shown.Tokens.Count == 1 && shown.Tokens[0].Form.AsSpan().ContainsAnyInRange('0', '9'));

    private static Evidence Weighed(Evidence most, double least, double weight)
    {
        var within = Math.Round(Math.Clamp(weight, Math.Min(least, most.Weight), most.Weight), 1);
        return within == most.Weight ? most : most with { Weight = within };
    }
}
