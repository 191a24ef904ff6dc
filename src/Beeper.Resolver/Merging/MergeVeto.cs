using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>What keeps two records from being one contact: conflicting names, two profiles of a network where a person has one, the user's word.</summary>
internal sealed class MergeVeto(RecordTable table, RecordNames names, DecisionEffects decisions)
{
    private const string OneProfileNetwork = "linkedin";

    /// <summary>Whether an identifier is a profile of a network where a person has one.</summary>
    public static bool IsProfile(Identifier identifier) =>
        identifier.Kind == IdentifierKind.Username && string.Equals(identifier.Network, OneProfileNetwork, StringComparison.Ordinal);

    /// <summary>Whether something speaks against the records being one person.</summary>
    public bool Speaks(int left, int right) => SpeaksBesidesNames(left, right) || names.Compare(left, right) == NameAgreement.Conflict;

    /// <summary>Whether something but the names speaks against the records being one person.</summary>
    public bool SpeaksBesidesNames(int left, int right) => decisions.KeepsApart(left, right) || HaveDifferentProfiles(left, right);

    /// <summary>Whether the user keeps any record of the one group from any of the other.</summary>
    public bool AreKeptApart(int[] left, int[] right) =>
        decisions.HasKeptApart && Array.Exists(left, one => Array.Exists(right, other => decisions.KeepsApart(one, other)));

    private bool HaveDifferentProfiles(int left, int right) =>
        table.Facts[left].HasProfile && table.Facts[right].HasProfile
        && !string.Equals(Profile(table.Records[left]), Profile(table.Records[right]), StringComparison.OrdinalIgnoreCase);

    private static string? Profile(NormalizedRecord record)
    {
        for (var index = 0; index < record.Identifiers.Count; index++)
        {
            if (IsProfile(record.Identifiers[index].Identifier))
                return record.Identifiers[index].Identifier.Value;
        }
        return null;
    }
}
