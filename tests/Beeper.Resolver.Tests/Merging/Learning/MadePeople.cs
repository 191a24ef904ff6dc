using System.Globalization;

namespace Beeper.Resolver.Tests.Merging.Learning;

/// <summary>Invented people with two records each, the second with a slip in one field and another one missing.</summary>
internal static class MadePeople
{
    public const int Count = 120;

    private static readonly string[] Given = ["harriet", "milo", "ines", "tomasz", "aylin", "pavel", "greta", "olu", "sofia", "henrik", "noor", "bruno"];
    private static readonly string[] Family = ["quill", "berg", "duarte", "kowalczyk", "demirel", "novak", "lindgren", "adeyemi", "marchetti", "aalto", "haddad", "fontaine", "oconnell", "vasquez", "petrov", "tanaka", "weiss"];

    public static List<string?[]> Records()
    {
        // Fields that say nothing of each other, which a fixed seed makes the same everywhere.
        var random = new Random(5);
        var records = new List<string?[]>();
        for (var person = 0; person < Count; person++)
        {
            var born = string.Create(CultureInfo.InvariantCulture, $"{random.Next(1940, 2000)}{random.Next(1, 13):00}{random.Next(1, 29):00}");
            var postcode = random.Next(10000, 99999).ToString(CultureInfo.InvariantCulture);
            var mailbox = string.Concat(Enumerable.Range(0, 8).Select(_ => (char)random.Next('a', 'z' + 1)));
            string[] first = [Given[random.Next(Given.Length)], Family[random.Next(Family.Length)], born, postcode, $"{mailbox}@example.com"];
            var second = (string?[])first.Clone();
            second[person % 5] = Slipped(first[person % 5]);
            second[(person + 2) % 5] = null;
            records.Add(first);
            records.Add(second);
        }
        return records;
    }

    // The letters in the middle change places, or else the last is doubled.
    private static string Slipped(string value)
    {
        var middle = value.Length / 2;
        return value[middle] == value[middle - 1] ? value + value[^1] : value[..(middle - 1)] + value[middle] + value[middle - 1] + value[(middle + 1)..];
    }
}
