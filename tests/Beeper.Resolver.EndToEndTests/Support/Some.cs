using System.Globalization;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>Invented accounts and people.</summary>
public static class Some
{
    public const string WhatsApp = "local-whatsapp_ba_Zq81";
    public const string Telegram = "telegram";
    public const string Twitter = "twitter";

    /// <summary>An account ID of all characters that path escaping disagrees about.</summary>
    public const string OddAccount = "slackgo.T01/U#7:a!b c%2";

    public static readonly DateTimeOffset LastOctober = new(2026, 10, 2, 8, 15, 0, TimeSpan.Zero);

    public static SandboxAccount Account(string id, string bridgeType, string? network = null) =>
        new(id, new Bridge(bridgeType, bridgeType, "local"), network ?? bridgeType, "connected", new AccountUser($"@me:{bridgeType}.localhost") { FullName = "Ines Duarte", PhoneNumber = "+12015550100" });

    public static Person Person(string accountId, string id, string fullName, string? phone = null) => new() { AccountId = accountId, Id = id, FullName = fullName, PhoneNumber = phone };

    /// <summary>A person with a chat, on WhatsApp.</summary>
    public static Person Harriet { get; } =
        Person(WhatsApp, "@12125550142:local-whatsapp.localhost", "Harriet Quill", "+12125550142") with { InContacts = true, Chat = new SeededChat(LastOctober) };

    /// <summary>A contact without a chat, on WhatsApp.</summary>
    public static Person Tomas { get; } = Person(WhatsApp, "@12125550156:local-whatsapp.localhost", "Tomas Okafor", "+12125550156") with { InContacts = true };

    /// <summary>A stranger, on WhatsApp.</summary>
    public static Person Mirela { get; } = Person(WhatsApp, "@4915228817386:local-whatsapp.localhost", "Mirela Vance", "+4915228817386");

    /// <summary>A person by handle, on X.</summary>
    public static Person Odile { get; } = Person(Twitter, "90042", "Odile Brandt") with { Username = "OdileBrandt" };

    public static Population Population { get; } = With(Harriet, Tomas, Mirela, Odile);

    /// <summary>The accounts above and the people given.</summary>
    public static Population With(params Person[] people) =>
        new([Account(WhatsApp, "whatsapp", "WhatsApp"), Account(Telegram, "telegram", "Telegram"), Account(Twitter, "twitter", "Twitter/X"), Account(OddAccount, "slackgo", "Slack")], people);

    /// <summary>Contacts with chats on WhatsApp, the first the most recent.</summary>
    public static Person[] Crowd(int count) => [.. Enumerable.Range(0, count).Select(static n =>
        Person(WhatsApp, string.Create(CultureInfo.InvariantCulture, $"@crowd{n:D4}:local-whatsapp.localhost"), string.Create(CultureInfo.InvariantCulture, $"Crowd {n:D4}"))
            with { InContacts = true, Chat = new SeededChat(LastOctober.AddMinutes(-n)) })];

    /// <summary>A server with the population above, in the newest dialect unless told otherwise.</summary>
    public static Task<SandboxServer> ServerAsync(SandboxOptions? options = null) =>
        SandboxServer.StartAsync((options ?? new SandboxOptions()) is { Population: null, PopulationFile: null } plain ? plain with { Population = Population } : options!, TestContext.Current.CancellationToken);
}
