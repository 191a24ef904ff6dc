using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Tests.Storage;

public sealed class SuggestionTableTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Suggestions_are_kept_with_probability_evidence_and_the_version_of_the_numbers()
    {
        using var store = ResolutionStore.Open(_folder.Store);
        Import(store);
        var suggestion = store.Suggestions.Load()[0];
        Assert.InRange(suggestion.Probability!.Value, 0.01, 0.99);
        Assert.NotEmpty(suggestion.Evidence);
        Assert.Equal(2, store.Suggestions.Count());
        var learning = store.Suggestions.Learning();
        Assert.NotNull(learning);
        Assert.NotEmpty(learning.Version);
        Assert.Equal((0, 0), (learning.Confirmed, learning.Rejected));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_pair_kept_apart_is_suggested_no_more_and_lowers_the_other()
    {
        using var store = ResolutionStore.Open(_folder.Store);
        Import(store);
        var (kept, other) = (store.Suggestions.Load()[0], store.Suggestions.Load()[1]);
        new PersonDecisions(store).KeepApart(Records(store, kept.First), Records(store, kept.Second));
        var left = Assert.Single(store.Suggestions.Load());
        Assert.Equal((other.First, other.Second), (left.First, left.Second));
        Assert.True(left.Probability < other.Probability);
        Assert.Equal(1, store.Suggestions.Learning()!.Rejected);
    }

    [Fact]
    public void A_confirmed_pair_raises_the_other()
    {
        using var store = ResolutionStore.Open(_folder.Store);
        Import(store);
        var (confirmed, other) = (store.Suggestions.Load()[0], store.Suggestions.Load()[1]);
        Assert.NotNull(new PersonDecisions(store).Merge([Contact(store, confirmed.First), Contact(store, confirmed.Second)]));
        Assert.True(Assert.Single(store.Suggestions.Load()).Probability > other.Probability);
    }

    // Two rare names in two books among others, so that the names are rare.
    private void Import(ResolutionStore store)
    {
        string[] names = ["Harriet Quill", "Milo Lindqvist"];
        var others = string.Concat(Enumerable.Range(0, 40).Select(static number => $"Given{(char)('a' + (number % 26))}x{(char)('a' + (number / 26))} Family{(char)('a' + (number % 26))}y{(char)('a' + (number / 26))},p{number}@example.com\n"));
        foreach (var book in (ReadOnlySpan<string>)["first.csv", "second.csv"])
        {
            var path = Path.Combine(_folder.Path, book);
            var rows = string.Concat(names.Select((name, number) => $"{name},{book[..5]}{number}@example.org\n"));
            File.WriteAllText(path, "Name,Email\n" + rows + (book == "first.csv" ? others : ""));
            new AddressBookImport(store, new NormalizationOptions()).Import(path);
        }
        new AddressBookImport(store, new NormalizationOptions()).Merge();
    }

    private static Contact Contact(ResolutionStore store, string key) => Assert.Single(store.Contacts.Find(key)).Contact;

    private static IReadOnlyList<NormalizedRecord> Records(ResolutionStore store, string key) => Contact(store, key).Records;
}
