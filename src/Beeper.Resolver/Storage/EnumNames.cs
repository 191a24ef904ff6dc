using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Storage;

/// <summary>The snake-case names of enumerations in columns; those of result lines where they have one.</summary>
internal static class EnumNames
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    public static T Parse<T>(string name) where T : struct, Enum => Names<T>.ByName[name];

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(static value => value, static value =>
            typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(static pair => pair.Value, static pair => pair.Key);
    }
}
