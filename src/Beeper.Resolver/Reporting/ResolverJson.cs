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
        Encoder = new SafeTextEncoder(),
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
    };
}
