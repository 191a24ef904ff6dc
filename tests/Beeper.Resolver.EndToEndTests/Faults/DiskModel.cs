namespace Beeper.Resolver.EndToEndTests.Faults;

/// <summary>
/// A disk that promises nothing before a flush: each file is what it was at its last flush, and the writes since then, of which a power cut keeps
/// any. Creation of files counts at once.
/// </summary>
internal sealed class DiskModel
{
    /// <summary>What a power cut does to writes that were not flushed.</summary>
    public const int Patterns = 5;

    private readonly Dictionary<string, (byte[] Durable, List<SystemCall> Pending)> _files = new(StringComparer.Ordinal);

    /// <summary>Whether anything waits for a flush.</summary>
    public bool HasPending => _files.Values.Any(static file => file.Pending.Count > 0);

    /// <summary>Takes a call in; files are known by the last part of their path.</summary>
    public void Apply(SystemCall call)
    {
        var name = Path.GetFileName(call.Target);
        if (!_files.TryGetValue(name, out var file))
            _files[name] = file = ([], []);
        if (call.Name is "fsync" or "fdatasync")
            _files[name] = (Content(file.Durable, file.Pending), []);
        else
            file.Pending.Add(call);
    }

    /// <summary>Writes the files as a power cut would leave them.</summary>
    public void Crash(string folder, int pattern, Random random)
    {
        foreach (var (name, file) in _files)
        {
            var kept = pattern switch
            {
                0 => [],
                1 => file.Pending,
                2 => [.. file.Pending.Where(_ => random.Next(2) == 0)],
                3 => [.. file.Pending.SkipLast(1), .. file.Pending.TakeLast(1).Select(call => Torn(call, random))],
                _ => file.Pending.Where(_ => random.Next(4) > 0).Select(call => random.Next(2) == 0 ? call : Torn(call, random)).ToList(),
            };
            File.WriteAllBytes(Path.Combine(folder, name), Content(file.Durable, kept));
        }
    }

    // Sectors are written whole.
    private static SystemCall Torn(SystemCall call, Random random) => call.Bytes.Length <= 512 ? call : call with { Bytes = call.Bytes[..(random.Next(call.Bytes.Length / 512) * 512)] };

    private static byte[] Content(byte[] durable, IReadOnlyList<SystemCall> calls)
    {
        var content = new MemoryStream();
        content.Write(durable);
        foreach (var call in calls)
        {
            if (call.Name == "ftruncate")
            {
                content.SetLength(call.Offset);
                continue;
            }
            content.Position = call.Offset >= 0 ? call.Offset : content.Length;
            content.Write(call.Bytes);
        }
        return content.ToArray();
    }
}
