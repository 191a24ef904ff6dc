namespace Beeper.Resolver.Merging.Learning;

/// <summary>The parts of a value that two records may have in common although the values differ.</summary>
internal static class FieldParts
{
    private const int Beginning = 4;
    private const int ShortestWord = 4;

    public static IEnumerable<string> Of(FieldKind kind, string value)
    {
        if (value.Length == 0)
            return [];
        return kind switch
        {
            FieldKind.Name => [value, "^" + value[..Math.Min(Beginning, value.Length)], "$" + value[^Math.Min(Beginning, value.Length)..]],
            FieldKind.Text => Words(value),
            FieldKind.Date => value.Length >= 8 ? [value, "m" + value[..^2], "d" + value[^4..]] : [value],
            FieldKind.Email => [value, "@" + FieldComparison.LocalPart(value).ToString()],
            _ => [value],
        };
    }

    private static IEnumerable<string> Words(string value)
    {
        yield return value;
        yield return "^" + value[..Math.Min(Beginning, value.Length)];
        if (!value.Contains(' ', StringComparison.Ordinal))
            yield break;
        foreach (var word in value.Split(' '))
        {
            if (word.Length >= ShortestWord)
                yield return word;
        }
    }
}
