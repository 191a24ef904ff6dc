using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Beeper.Resolver.Importing.Values;

/// <summary>Calling codes and the main region of each, whose rules read the national numbers of all regions that share it.</summary>
internal static class CallingCodes
{
    private static readonly Lazy<FrozenDictionary<int, string>> ByCode = new(Read);

    /// <summary>The region of a number that is written with a plus, or null when it has none or an unknown code.</summary>
    public static string? Region(ReadOnlySpan<char> number)
    {
        var plus = number.IndexOfAny('+', '＋');
        if (plus < 0 || number[..plus].ContainsAnyInRange('0', '9'))
            return null;
        var code = 0;
        var digits = 0;
        foreach (var c in number[(plus + 1)..])
        {
            if (char.IsAsciiDigit(c))
            {
                code = (code * 10) + (c - '0');
                if (ByCode.Value.TryGetValue(code, out var region))
                    return region;
                if (++digits == 3)
                    return null;
            }
            else if (char.IsLetter(c))
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>The region of a calling code by itself, as in a column <c>Country Code</c>: <c>44</c>, <c>+44</c>, <c>0044</c>.</summary>
    public static string? OfCode(ReadOnlySpan<char> text)
    {
        var code = text.Trim().TrimStart('+').TrimStart('0');
        return code.Length is > 0 and <= 3 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ByCode.Value.GetValueOrDefault(number) : null;
    }

    private static FrozenDictionary<int, string> Read()
    {
        using var stream = typeof(CallingCodes).Assembly.GetManifestResourceStream("calling-codes.json")
            ?? throw new InvalidOperationException("calling-codes.json is not embedded in the assembly.");
        var codes = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        return codes.ToFrozenDictionary(static pair => int.Parse(pair.Key, NumberStyles.None, CultureInfo.InvariantCulture), static pair => pair.Value);
    }
}
