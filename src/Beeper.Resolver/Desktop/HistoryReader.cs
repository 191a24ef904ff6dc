using Beeper.Resolver.Desktop.Wire;

namespace Beeper.Resolver.Desktop;

/// <summary>Reads a chat's messages page by page, newest first. Cursors that repeat end it, as does a cap.</summary>
internal sealed class HistoryReader(DesktopReader reader)
{
    private const int MostPages = 50;

    public async Task<ChatHistory> ReadAsync(string path, Func<ChatMessage, bool> isEnough, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var query = "";
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await reader.ReadAsync(path + query, WireJson.Default.WirePageWireMessage, orNotFound: false, cancellationToken);
            // An answer without a list is no empty history.
            if (page is not { Items: { } items })
                return new ChatHistory(null, IsWhole: false);
            if (items.OfType<WireMessage>().Select(static item => item.ToMessage()).FirstOrDefault(isEnough) is { } found)
                return new ChatHistory(found, IsWhole: false);
            if (page.HasMore != true)
                return new ChatHistory(null, IsWhole: page.HasMore is false || items.Count == 0);
            if (items.Count == 0 || string.IsNullOrEmpty(page.OldestCursor) || !seen.Add(page.OldestCursor))
                return new ChatHistory(null, IsWhole: false);
            query = $"?cursor={Uri.EscapeDataString(page.OldestCursor)}&direction=before";
        }
        return new ChatHistory(null, IsWhole: false);
    }
}
