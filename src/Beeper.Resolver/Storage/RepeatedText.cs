using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Storage;

/// <summary>
/// Reads texts that many records repeat, such as labels and regions, as one object each. Bounded: the texts a thread met first are kept, and
/// those beyond them are read as they come.
/// </summary>
internal sealed class RepeatedText : JsonConverter<string>
{
    private const int Most = 256;
    private const int Longest = 32;

    [ThreadStatic]
    private static Dictionary<string, string>? _texts;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest)
            return reader.GetString();
        Span<char> text = stackalloc char[Longest];
        text = text[..Encoding.UTF8.GetChars(reader.ValueSpan, text)];
        var known = (_texts ??= new Dictionary<string, string>(StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var one))
            return one;
        one = text.ToString();
        if (_texts.Count < Most)
            _texts[one] = one;
        return one;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
