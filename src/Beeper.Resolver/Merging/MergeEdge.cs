namespace Beeper.Resolver.Merging;

/// <summary>A proposal that two records are one person; the lower rank is the better evidence.</summary>
internal readonly record struct MergeEdge(int Left, int Right, int Rank, int SharedKeys);
