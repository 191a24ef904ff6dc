using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>The wire's JSON: names as documented, nulls left out, unknown members ignored, depth bounded.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 32, Converters = [typeof(LenientText), typeof(LenientTime)])]
[JsonSerializable(typeof(WireInfo))]
[JsonSerializable(typeof(WireAccount[]))]
[JsonSerializable(typeof(WirePage<WireAccount>))]
[JsonSerializable(typeof(WirePage<WireUser>))]
[JsonSerializable(typeof(WirePage<WireChat>))]
[JsonSerializable(typeof(WireChat))]
[JsonSerializable(typeof(WireError))]
[JsonSerializable(typeof(WireStart))]
[JsonSerializable(typeof(WireCreate))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(WireText))]
[JsonSerializable(typeof(WirePage<WireMessage>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonDocument))]
internal sealed partial class WireJson : JsonSerializerContext;
