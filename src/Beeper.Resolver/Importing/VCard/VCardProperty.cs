using System.Text;
using Beeper.Resolver.Importing.Encodings;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>
/// One property of a card: <c>item1.TEL;type=CELL;type=pref:+1 …</c>. Names and parameters are compared in upper case; values are decoded from
/// quoted-printable and their character set, and unescaped by who reads them.
/// </summary>
internal sealed class VCardProperty
{
    private const string CustomLabel = "X-CUSTOM";

    private readonly List<(string Name, string Value)> _parameters;

    private VCardProperty(string? group, string name, List<(string Name, string Value)> parameters, string value)
    {
        Group = group;
        Name = name;
        Value = value;
        _parameters = parameters;
    }

    /// <summary>The label of its owner's making that Android writes among the types: <c>X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,…)</c>.</summary>
    public string? OwnLabel => Parameter(CustomLabel);

    /// <summary>The group that ties a property to its label, in upper case, or null.</summary>
    public string? Group { get; }

    /// <summary>The name in upper case.</summary>
    public string Name { get; }

    /// <summary>The value, still escaped.</summary>
    public string Value { get; }

    /// <summary>The kinds of the value in upper case: <c>TYPE=CELL</c>, <c>type=cell,voice</c> and, in version 2.1, the bare <c>CELL</c>.</summary>
    public IEnumerable<string> Types => _parameters.Where(static parameter => parameter.Name == "TYPE").SelectMany(static parameter => parameter.Value.ToUpperInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether the value is marked as preferred: <c>type=pref</c>, <c>PREF</c> or <c>PREF=1</c>.</summary>
    public bool IsPreferred => Types.Contains("PREF") || Parameter("PREF") is "1";

    /// <summary>A parameter's value, or null.</summary>
    public string? Parameter(string name) => _parameters.Find(parameter => parameter.Name == name).Value;

    /// <summary>Whether a line begins a property whose value nobody reads and that may be large.</summary>
    public static bool IsBulky(ReadOnlySpan<byte> line)
    {
        var name = line;
        if (name.IndexOf((byte)'.') is >= 0 and < 24 and var dot && name[..dot].IndexOfAny((byte)':', (byte)';') < 0)
            name = name[(dot + 1)..];
        foreach (var bulky in (ReadOnlySpan<string>)["PHOTO", "LOGO", "SOUND", "KEY"])
        {
            if (name.Length > bulky.Length && name[bulky.Length] is (byte)':' or (byte)';' && Ascii.EqualsIgnoreCase(name[..bulky.Length], bulky))
                return true;
        }
        return false;
    }

    /// <summary>Reads a line; null when it is no property.</summary>
    /// <param name="line">The line, folded ones joined.</param>
    /// <param name="unmarked">The encoding of bytes that are not UTF-8 where no character set is named.</param>
    public static VCardProperty? Parse(ReadOnlySpan<byte> line, Encoding unmarked)
    {
        var colon = ValueStart(line);
        if (colon <= 0)
            return null;
        var head = Text(line[..colon], null, unmarked);
        var parts = Split(head, ';');
        var name = parts[0].Trim();
        var dot = name.LastIndexOf('.');
        var parameters = new List<(string, string)>();
        foreach (var part in parts.Skip(1))
            AddParameter(parameters, part);
        if (name.Length == 0 || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
            return null;
        var charset = parameters.Find(static parameter => parameter.Item1 == "CHARSET").Item2;
        var quoted = string.Equals(parameters.Find(static parameter => parameter.Item1 == "ENCODING").Item2, "QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);
        var value = line[(colon + 1)..];
        return new VCardProperty(dot < 0 ? null : name[..dot].ToUpperInvariant(), name[(dot + 1)..].ToUpperInvariant(), parameters, Text(quoted ? QuotedPrintable(value) : value, charset, unmarked));
    }

    /// <summary>A structured value's components, unescaped.</summary>
    public static string[] Components(string value) => [.. Split(value, ';').Select(Unescape)];

    /// <summary>The first of a list's values, unescaped.</summary>
    public static string First(string value) => Unescape(Split(value, ',')[0]);

    /// <summary>A text value without its escapes.</summary>
    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value.Trim();
        var text = new StringBuilder(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] != '\\' || index + 1 == value.Length)
                text.Append(value[index]);
            else
                text.Append(value[++index] is 'n' or 'N' ? '\n' : value[index]);
        }
        return text.ToString().Trim();
    }

    // The first colon outside quotes; parameter values such as addresses may hold one inside.
    private static int ValueStart(ReadOnlySpan<byte> line)
    {
        var inQuotes = false;
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '"')
                inQuotes = !inQuotes;
            else if (line[index] == ':' && !inQuotes)
                return index;
        }
        return line.IndexOf((byte)':');
    }

    private static void AddParameter(List<(string, string)> parameters, string part)
    {
        var text = part.Trim();
        if (text.StartsWith("X-CUSTOM(", StringComparison.OrdinalIgnoreCase) && text.EndsWith(')'))
        {
            parameters.Add((CustomLabel, Encoding.UTF8.GetString(QuotedPrintable(Encoding.UTF8.GetBytes(text[(text.LastIndexOf(',') + 1)..^1].Replace("X-CUSTOM(", "", StringComparison.OrdinalIgnoreCase))))));
            return;
        }
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
            parameters.Add((text[..equals].Trim().ToUpperInvariant(), text[(equals + 1)..].Trim().Replace("\"", "", StringComparison.Ordinal)));
        else if (string.Equals(text, "QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase) || string.Equals(text, "BASE64", StringComparison.OrdinalIgnoreCase))
            parameters.Add(("ENCODING", text));
        else if (text.Length > 0)
            parameters.Add(("TYPE", text));
    }

    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (start, inQuotes) = (0, false);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\')
                index++;
            else if (text[index] == '"')
                inQuotes = !inQuotes;
            else if (text[index] == separator && !inQuotes)
            {
                parts.Add(text[start..index]);
                start = index + 1;
            }
        }
        parts.Add(text[start..]);
        return parts;
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> value)
    {
        var bytes = new List<byte>(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] == '=' && index + 2 < value.Length && Hex(value[index + 1]) is var high and >= 0 && Hex(value[index + 2]) is var low and >= 0)
            {
                bytes.Add((byte)((high << 4) | low));
                index += 2;
            }
            else
            {
                bytes.Add(value[index]);
            }
        }
        return [.. bytes];
    }

    private static int Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : -1;

    private static string Text(ReadOnlySpan<byte> bytes, string? charset, Encoding unmarked)
    {
        if (Ascii.IsValid(bytes))
            return Encoding.ASCII.GetString(bytes);
        if (charset is not null && !charset.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) && Named(charset) is { } named)
            return named.GetString(bytes);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Mojibake.Repair(Encoding.UTF8.GetString(bytes)) : unmarked.GetString(bytes);
    }

    private static Encoding? Named(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(charset, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
