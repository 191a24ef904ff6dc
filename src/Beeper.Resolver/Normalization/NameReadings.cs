using System.Collections.Frozen;
using System.Text.Json;

namespace Beeper.Resolver.Normalization;

/// <summary>The Latin spellings of names in another script, from an embedded file: the name, and its spellings with blanks between them.</summary>
internal sealed class NameReadings
{
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _readings;

    /// <param name="file">Name of the file.</param>
    /// <param name="key">Brings spellings to the form that is compared.</param>
    public NameReadings(string file, Func<string, string> key)
    {
        using var stream = typeof(NameReadings).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not embedded in the assembly.");
        var read = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        _readings = read.ToFrozenDictionary(static pair => pair.Key, pair => Array.ConvertAll(pair.Value.Split(' '), spelling => key(spelling)), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Has(ReadOnlySpan<char> name) => _readings.ContainsKey(name);

    /// <summary>Whether the name is spelled so; false for an unknown name.</summary>
    public bool IsSpelled(ReadOnlySpan<char> name, ReadOnlySpan<char> spelling)
    {
        if (!_readings.TryGetValue(name, out var spellings))
            return false;
        foreach (var one in spellings)
        {
            if (spelling.SequenceEqual(one))
                return true;
        }
        return false;
    }
}
