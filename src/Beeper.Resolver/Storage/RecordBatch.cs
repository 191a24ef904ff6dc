namespace Beeper.Resolver.Storage;

/// <summary>Some records in order, with the bodies the store keeps of them.</summary>
internal sealed class RecordBatch
{
    private readonly NormalizedRecord[] _records;
    private readonly byte[][] _bodies;

    /// <summary>Writes the bodies. Each record becomes what reading it back from the store would give.</summary>
    public RecordBatch(NormalizedRecord[] records)
    {
        _records = records;
        _bodies = new byte[records.Length][];
        for (var index = 0; index < records.Length; index++)
        {
            var body = _bodies[index] = StoreJson.WriteBytes(records[index] with { Location = default });
            if (HoldsReplacement(body))
                _records[index] = StoreJson.Read<NormalizedRecord>(body) with { Location = records[index].Location };
        }
    }

    public IReadOnlyList<NormalizedRecord> Records => _records;

    public ReadOnlySpan<byte> Body(int index) => _bodies[index];

    // Halves of surrogate pairs cannot be written as UTF-8: they read back as replacement characters.
    private static bool HoldsReplacement(ReadOnlySpan<byte> body) => body.IndexOf("\uFFFD"u8) >= 0 || body.IndexOf("\\uFFFD"u8) >= 0;
}
