using System.Collections.Frozen;
using System.Text.Json;

namespace Beeper.Resolver.Ranking;

/// <summary>What kind of domain an e-mail address is at: one where anybody has a mailbox, one for throwing away, or another.</summary>
internal static class MailDomains
{
    private static readonly Lazy<DomainsFile> Domains = new(Read);

    public static bool IsFree(string domain) => Domains.Value.Free.Contains(domain);

    public static bool IsFree(ReadOnlySpan<char> domain) => Domains.Value.FreeByText.Contains(domain);

    public static bool IsDisposable(ReadOnlySpan<char> domain) => Domains.Value.DisposableByText.Contains(domain);

    /// <summary>Whether a domain spells an organisation: its name without the ending stands in the organisation's words, run together.</summary>
    public static bool Spells(string domain, string organization)
    {
        var labels = domain.Split('.');
        if (labels.Length < 2)
            return false;
        // The registered name stands before the last label, or before a two-part ending such as co.uk.
        var name = labels.Length > 2 && labels[^2].Length <= 3 && labels[^1].Length == 2 ? labels[^3] : labels[^2];
        name = Letters(name);
        return name.Length >= 3 && Letters(organization).Contains(name, StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static DomainsFile Read()
    {
        using var stream = typeof(MailDomains).Assembly.GetManifestResourceStream("mail-domains.json")
            ?? throw new InvalidOperationException("mail-domains.json is not embedded in the assembly.");
        var lists = JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream) ?? [];
        return new DomainsFile(lists["free"].ToFrozenSet(StringComparer.Ordinal), lists["disposable"].ToFrozenSet(StringComparer.Ordinal));
    }

    private sealed record DomainsFile(FrozenSet<string> Free, FrozenSet<string> Disposable)
    {
        public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FreeByText { get; } = Free.GetAlternateLookup<ReadOnlySpan<char>>();

        public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DisposableByText { get; } = Disposable.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
