using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// One node as it is walked: where each digit leads, and the results if the number ends here or, at a tail, after any count of further
/// digits. A tail leads to what it is with a digit less, so that a walk may go on past its start. 32 bytes, two to a cache line.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal unsafe struct NodeRow
{
    public fixed ushort Next[12];

    public NodeTail End;

    /// <summary>Where the lowest four bits lead, as a digit, from a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Follow(NodeRow* rows, int node, ulong digits) => ((ushort*)(rows + (uint)node))[digits & 15];
}
