using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>What keeps two records from being one contact: conflicting names, two profiles of a network where a person has one, the user's word.</summary>
internal sealed class MergeVeto(IReadOnlyList<NormalizedRecord> records, NameTable names, DecisionEffects decisions)
{
    private const string OneProfileNetwork = "linkedin";

    /// <summary>Whether something speaks against the records being one person.</summary>
    public bool Speaks(int left, int right) =>
        decisions.KeepsApart(left, right)
        || NameComparer.Compare(names[left], names[right]) == NameAgreement.Conflict
        || HaveDifferentProfiles(records[left], records[right]);

    /// <summary>Whether the user keeps any record of the one group from any of the other.</summary>
    public bool AreKeptApart(int[] left, int[] right) =>
        decisions.HasKeptApart && Array.Exists(left, one => Array.Exists(right, other => decisions.KeepsApart(one, other)));

    private static bool HaveDifferentProfiles(NormalizedRecord left, NormalizedRecord right) =>
        Profile(left) is { } one && Profile(right) is { } other && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? Profile(NormalizedRecord record)
    {
        for (var index = 0; index < record.Identifiers.Count; index++)
        {
            var identifier = record.Identifiers[index].Identifier;
            if (identifier.Kind == IdentifierKind.Username && string.Equals(identifier.Network, OneProfileNetwork, StringComparison.Ordinal))
                return identifier.Value;
        }
        return null;
    }
}
