namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>What is compared of two contacts that may be one person; its value is its place in a pattern.</summary>
internal enum SuggestionTrait
{
    /// <summary>How rare the name is in these address books; the rarer, the higher the level.</summary>
    RareName,

    Organization,

    Email,

    Phone,

    Handle,

    /// <summary>Whether some address book holds both: who keeps two rows for them often means two people.</summary>
    Books,
}
