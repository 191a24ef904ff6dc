using System.Buffers;
using System.Text.Json;

namespace Beeper.Resolver.Reporting;

/// <summary>Writes record lines as JSON, one per line, through a buffer of its own.</summary>
internal sealed class RecordLineWriter(Stream output)
{
    private const int FullBuffer = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new(FullBuffer * 2);
    private Utf8JsonWriter? _json;
    private NormalizationCounts _counts;

    public NormalizationCounts Counts => _counts;

    public void Write(RecordLine line)
    {
        _json ??= new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = ResolverJson.Options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(_json, line, ResolverJson.Options);
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
        _counts = IsRejected(line) ? _counts with { Rejected = _counts.Rejected + 1 } : _counts with { Records = _counts.Records + 1 };
        if (_buffer.WrittenCount >= FullBuffer)
            Pass();
    }

    /// <summary>Hands everything written so far on.</summary>
    public void Flush()
    {
        Pass();
        output.Flush();
    }

    private void Pass()
    {
        if (_buffer.WrittenCount == 0)
            return;
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private static bool IsRejected(RecordLine line)
    {
        for (var index = 0; line.Identifiers.Count == 0 && index < line.Problems.Count; index++)
        {
            if (line.Problems[index].Code.StartsWith("ROW_", StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
