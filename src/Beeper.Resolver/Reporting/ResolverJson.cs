using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Reporting;

/// <summary>
/// The JSON every machine output is written in: UTF-8, nulls written, one object without line breaks. Letters of all scripts stay readable;
/// control characters and those that reorder text are escaped, so that a line is safe to show.
/// </summary>
public static class ResolverJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(SafeText()),
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
    };

    private static TextEncoderSettings SafeText()
    {
        var settings = new TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All);
        settings.ForbidCharacters('\u061C', '\u200E', '\u200F', '\u2028', '\u2029');
        settings.ForbidRange(new System.Text.Unicode.UnicodeRange(0x7F, 0x21));
        settings.ForbidRange(new System.Text.Unicode.UnicodeRange(0x202A, 5));
        settings.ForbidRange(new System.Text.Unicode.UnicodeRange(0x2066, 4));
        return settings;
    }
}
