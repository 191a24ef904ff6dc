using System.Text.Json;

namespace Beeper.Resolver.Sandbox;

/// <summary>Every request a server received, in order of their end. Thread-safe.</summary>
public sealed class RequestJournal
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly string? _file;
    private int _count;

    internal RequestJournal(string? file) => _file = file;

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    /// <summary>The next request's number.</summary>
    internal int Next() => Interlocked.Increment(ref _count);

    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
            if (_file is not null)
                File.AppendAllText(_file, JsonSerializer.Serialize(entry, JsonSerializerOptions.Web) + "\n");
        }
    }
}
