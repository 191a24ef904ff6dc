using System.Globalization;
using System.Text;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.EndToEndTests.Faults;

/// <summary>Invented people on WhatsApp without chats, as a population and as an address book.</summary>
internal static class Crowd
{
    private static readonly string[] Given =
        ["Ada", "Bruno", "Clara", "Dario", "Elif", "Fritz", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Liam", "Mara", "Nils", "Olga", "Pablo", "Quinn", "Rosa", "Sven", "Tara"];

    private static readonly string[] Family =
        ["Abbot", "Brandt", "Castell", "Duarte", "Ekberg", "Falk", "Garrow", "Holm", "Ivers", "Jessop", "Kettle", "Lindqvist", "Moreau", "Novak", "Okafor", "Pellew", "Quill", "Rourke", "Sand", "Tavener"];

    private static readonly string[] AreaCodes = ["212", "312", "415", "617"];

    public static string Name(int number) => $"{Given[number % 20]} {Family[number / 20 % 20]}";

    // 555-0100 to 555-0199 are kept for fiction in every area code.
    public static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"+1{AreaCodes[number / 100 % 4]}55501{number % 100:D2}");

    public static string Id(int number) => $"@{Phone(number)[1..]}:local-whatsapp.localhost";

    public static Person[] People(int count) => [.. Enumerable.Range(0, count).Select(static number => Some.Person(Some.WhatsApp, Id(number), Name(number), Phone(number)))];

    public static Population Population(int count) => new([Some.Account(Some.WhatsApp, "whatsapp", "WhatsApp")], People(count));

    public static string Csv(int count)
    {
        var csv = new StringBuilder("Full Name,Phone\n");
        for (var number = 0; number < count; number++)
            csv.Append(CultureInfo.InvariantCulture, $"{Name(number)},{Phone(number)}\n");
        return csv.ToString();
    }
}
