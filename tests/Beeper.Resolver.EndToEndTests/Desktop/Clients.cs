using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Desktop;

/// <summary>Our client against a sandbox.</summary>
internal static class Clients
{
    public static DesktopClient Of(SandboxServer server, DesktopClientOptions? options = null) => new((options ?? new DesktopClientOptions()) with { BaseUrl = server.BaseUrl, Token = options?.Token ?? server.Token });

    /// <summary>A start of a person who has no chat yet.</summary>
    public static Task<StartResult> StartAsync(this DesktopClient client) =>
        client.StartAsync(new StartRequest(Some.WhatsApp, new UserPayload { PhoneNumber = Some.Tomas.PhoneNumber, FullName = Some.Tomas.FullName }), TestContext.Current.CancellationToken);

    public static IEnumerable<JournalEntry> Posts(this SandboxServer server) => server.Journal.Entries.Where(static entry => entry.Method == "POST");

    public static async Task<List<T>> AllAsync<T>(this IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items.WithCancellation(TestContext.Current.CancellationToken))
            all.Add(item);
        return all;
    }
}
