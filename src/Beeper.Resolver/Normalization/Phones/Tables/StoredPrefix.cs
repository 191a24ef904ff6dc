using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Where a <see cref="PrefixProgram"/> stands among the stored steps.</summary>
/// <param name="First">Its first step.</param>
/// <param name="Count">How many steps; 0 where there is no rule.</param>
/// <param name="Groups">How many capturing groups.</param>
[StructLayout(LayoutKind.Sequential, Size = 6)]
internal readonly record struct StoredPrefix(ushort First, ushort Count, ushort Groups);
