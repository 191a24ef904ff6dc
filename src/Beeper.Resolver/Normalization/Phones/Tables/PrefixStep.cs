using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>One step of a <see cref="PrefixProgram"/>; six bytes.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="First">A set of digits, a step or a mark.</param>
/// <param name="Second">The step to try in second place.</param>
[StructLayout(LayoutKind.Sequential, Size = 6)]
internal readonly record struct PrefixStep(PrefixOperation Operation, ushort First = 0, ushort Second = 0);
