namespace Beeper.Resolver.EndToEndTests.Faults;

/// <summary>A system call of a traced run that succeeded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Target">The file or socket it is about, as strace names it.</param>
/// <param name="Bytes">The bytes written or sent; empty for others.</param>
/// <param name="Offset">Where they were written, or the new length of a truncated file; -1 for the end of it.</param>
internal sealed record SystemCall(string Name, string Target, byte[] Bytes, long Offset);
