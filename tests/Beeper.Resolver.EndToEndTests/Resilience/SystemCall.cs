using System.Text;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>A system call of a traced run that succeeded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Target">The file or socket it is about, as strace names it.</param>
/// <param name="Bytes">The bytes written or sent; empty for others.</param>
/// <param name="Offset">Where they were written, or the new length of a truncated file; -1 for the end of it.</param>
internal sealed record SystemCall(string Name, string Target, byte[] Bytes, long Offset)
{
    /// <summary>Whether it sends a request with an effect.</summary>
    public bool IsPost() => Name is "sendto" or "sendmsg" && Bytes.AsSpan().StartsWith("POST "u8);

    /// <summary>Whether it sends a request with an effect for a route, known by its last segments.</summary>
    public bool IsPost(string route) => IsPost() && Encoding.Latin1.GetString(Bytes).Split(' ') is [_, var path, ..] && path.EndsWith(route, StringComparison.Ordinal);

    /// <summary>Whether it waits for the disk to have the store's log.</summary>
    public bool IsFlushOfLog() => Name is "fsync" or "fdatasync" && Target.EndsWith("-wal", StringComparison.Ordinal);
}
