using System.Text.Json;

namespace Beeper.Resolver.Sandbox;

/// <summary>Every request a server received, in the order of their arrival; a request still being answered is among them. Thread-safe.</summary>
public sealed class RequestJournal
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly string? _file;

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

    /// <summary>Notes a request that has arrived and numbers it.</summary>
    internal JournalEntry Open(JournalEntry entry)
    {
        lock (_gate)
        {
            entry = entry with { N = _entries.Count + 1 };
            _entries.Add(entry);
            return entry;
        }
    }

    /// <summary>Replaces a request by what has become known of it since; a request at its end goes to the file.</summary>
    internal void Note(JournalEntry entry, bool atEnd)
    {
        lock (_gate)
        {
            _entries[entry.N - 1] = entry;
            if (atEnd && _file is not null)
                File.AppendAllText(_file, JsonSerializer.Serialize(entry, JsonSerializerOptions.Web) + "\n");
        }
    }
}
