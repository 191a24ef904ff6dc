using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Beeper.Resolver.Storage;

/// <summary>How bodies are kept in the store: compact, without nulls and defaults, letters as they are.</summary>
internal static class StoreJson
{
    private static readonly RepeatedText Repeated = new();

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowDefaults, ShareRepeated } },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>As <see cref="Write"/>, in UTF-8.</summary>
    public static byte[] WriteBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("A stored body is null.");

    /// <summary>As <see cref="Read{T}(string)"/>, from UTF-8.</summary>
    public static T Read<T>(ReadOnlySpan<byte> text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("A stored body is null.");

    private static void ShareRepeated(JsonTypeInfo type)
    {
        if (type.Type != typeof(RecordIdentifier))
            return;
        foreach (var member in type.Properties.Where(static member => member.Name is "label" or "region"))
            member.CustomConverter = Repeated;
    }

    // A required member that has its default is left out like any other, and reads as that default again.
    private static void AllowDefaults(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            member.IsRequired = false;
    }
}
