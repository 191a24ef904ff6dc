using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>Reads a time in ISO 8601; anything else is absent.</summary>
internal sealed class LenientTime : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.TryGetDateTimeOffset(out var time) ? time : null;
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value?.ToString("O"), WireJson.Default.String);
}
