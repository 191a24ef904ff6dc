using System.Text;

namespace Beeper.Resolver.Importing.Values;

/// <summary>Remembers what cells of few different texts mean, so that a label or a country is understood once and its words are shared by all rows.</summary>
internal sealed class CellCache<T>(Func<string, T> read)
{
    // Columns with more different texts than this are no labels; they are read each time.
    private const int MostTexts = 4096;

    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _known = new Dictionary<byte[], T>(Utf8Comparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The meaning of a cell.</summary>
    public T Read(ReadOnlySpan<byte> cell)
    {
        if (_known.TryGetValue(cell, out var known))
            return known;
        var value = read(Encoding.UTF8.GetString(cell));
        if (_known.Dictionary.Count < MostTexts && cell.Length < 256)
            _known[cell] = value;
        return value;
    }
}
