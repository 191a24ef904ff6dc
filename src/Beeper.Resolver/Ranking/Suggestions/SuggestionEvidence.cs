using System.Globalization;
using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>What speaks for and against a suggestion, in words and without personal data.</summary>
internal static class SuggestionEvidence
{
    private const double Worth = 0.05;

    /// <summary>The traits that say something, the weightiest first, and last what the user's decisions add.</summary>
    public static IReadOnlyList<Evidence> Of(SuggestionModel model, PairPattern pattern, double moved, int confirmed, int rejected)
    {
        var found = SuggestionPattern.Traits.Select(trait => (Trait: trait, Weight: Math.Round(model.Weight(trait, pattern), 2))).Where(static one => Math.Abs(one.Weight) >= Worth)
            .OrderByDescending(static one => Math.Abs(one.Weight)).ThenBy(static one => one.Trait)
            .Select(one => new Evidence(Id(one.Trait), one.Weight, Text(one.Trait, pattern[(int)one.Trait]))).ToList();
        if (Math.Abs(moved) >= Worth)
            found.Add(new Evidence("suggestion.decided", Math.Round(moved, 2), string.Create(CultureInfo.InvariantCulture, $"of those like it you confirmed {confirmed} and rejected {rejected}")));
        return found;
    }

    private static string Id(SuggestionTrait trait) => trait switch
    {
        SuggestionTrait.RareName => "suggestion.rare_name",
        SuggestionTrait.Organization => "suggestion.organization",
        SuggestionTrait.Email => "suggestion.email",
        SuggestionTrait.Phone => "suggestion.phone",
        SuggestionTrait.Handle => "suggestion.handle",
        _ => "suggestion.books",
    };

    private static string Text(SuggestionTrait trait, AgreementLevel level) => (trait, level) switch
    {
        (SuggestionTrait.RareName, AgreementLevel.Exact) => "a very rare name",
        (SuggestionTrait.RareName, AgreementLevel.Near) => "a rare name",
        (SuggestionTrait.RareName, AgreementLevel.Far) => "a name that is not common",
        (SuggestionTrait.RareName, _) => "a common name",
        (SuggestionTrait.Books, AgreementLevel.Exact) => "in different address books",
        (SuggestionTrait.Books, _) => "an address book has both",
        (_, AgreementLevel.Exact) => $"the same {Word(trait)}",
        (_, AgreementLevel.Near) => $"nearly the same {Word(trait)}",
        (_, AgreementLevel.Far) => $"{Word(trait)}s that are alike",
        _ => $"different {Word(trait)}s",
    };

    private static string Word(SuggestionTrait trait) => trait switch
    {
        SuggestionTrait.Organization => "organisation",
        SuggestionTrait.Email => "e-mail",
        SuggestionTrait.Phone => "phone number",
        _ => "handle",
    };
}
