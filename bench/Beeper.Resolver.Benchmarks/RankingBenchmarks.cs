using System.Globalization;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;
using BenchmarkDotNet.Attributes;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// Ranking of contacts with two phones, a mail address and a handle over four accounts; the mean is that of one candidate on one core. The bar is
/// 1,000 ns.
/// </summary>
[MemoryDiagnoser]
public class RankingBenchmarks
{
    private const int ContactCount = 1_000;
    private const int CandidatesPerContact = 6;

    private static readonly Account[] Accounts = [new("whatsapp", "whatsapp"), new("signal", "signal"), new("telegram", "telegram"), new("slack", "slack")];

    private Contact[] _contacts = [];
    private CandidateRanker _ranker = null!;

    /// <summary>Makes the contacts.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _contacts = [.. Enumerable.Range(0, ContactCount).Select(Contact)];
        _ranker = new CandidateRanker(NetworkCatalog.Default, RankingModel.Of(_contacts), Accounts);
        var candidates = Rank();
        if (candidates != ContactCount * CandidatesPerContact)
            throw new InvalidOperationException($"{candidates} candidates were ranked, not {ContactCount * CandidatesPerContact}.");
    }

    /// <summary>Ranks every contact over all accounts.</summary>
    [Benchmark(OperationsPerInvoke = ContactCount * CandidatesPerContact)]
    public int Rank()
    {
        var candidates = 0;
        foreach (var contact in _contacts)
        {
            foreach (var ranked in _ranker.Rank(contact, Accounts))
                candidates += ranked.Count;
        }
        return candidates;
    }

    private static Contact Contact(int number)
    {
        var digits = number.ToString("D4", CultureInfo.InvariantCulture);
        ContactIdentifier[] identifiers =
        [
            Given(new Identifier(IdentifierKind.Phone, $"+4915288{digits}86"), "mobile"),
            Given(new Identifier(IdentifierKind.Email, $"harriet.quill{digits}@example.com"), null),
            Given(new Identifier(IdentifierKind.Phone, $"+493023125{digits}", "whatsapp"), "home"),
            Given(new Identifier(IdentifierKind.Username, $"hattie_quill_{digits}", "telegram"), null),
        ];
        return new Contact
        {
            Key = digits,
            Name = $"Harriet Quill {digits}",
            Records = [new NormalizedRecord { Location = new SourceLocation("book.csv", number + 1, number + 2), Name = $"Harriet Quill {digits}", Identifiers = [.. identifiers.Select(static one => one.Occurrences[0])] }],
            Identifiers = identifiers,
        };
    }

    private static ContactIdentifier Given(Identifier identifier, string? label) => new(
        identifier,
        [new RecordIdentifier(identifier, identifier.Value) { Label = label, Region = "DE", Valid = true, International = true, Type = identifier.Kind == IdentifierKind.Phone ? PhoneType.Mobile : null }],
        1);
}
