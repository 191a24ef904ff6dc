namespace Beeper.Resolver.Merging;

/// <summary>A proposal that two records are one person.</summary>
/// <param name="Left">The lower record.</param>
/// <param name="Right">The higher record.</param>
/// <param name="Reason">Why; the lower value is the better evidence.</param>
/// <param name="Keys">How many keys they share.</param>
internal readonly record struct MergeEdge(int Left, int Right, MergeReason Reason, byte Keys)
{
    public ulong Pair => ((ulong)(uint)Left << 32) | (uint)Right;
}
