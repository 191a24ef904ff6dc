namespace Beeper.Resolver.Importing.Headers;

/// <summary>
/// Which languages a header row is written in: a word of one language counts whole, a word of several in parts. Decides what a word means that
/// two languages use differently, such as <c>Name</c> (full name, or the German family name) and <c>Apelido</c> (family name, or nickname).
/// </summary>
internal sealed class HeaderLanguages
{
    private readonly Dictionary<string, double> _weights = [];

    public HeaderLanguages(IReadOnlyList<string> headers)
    {
        foreach (var header in headers)
        {
            var languages = HeaderVocabulary.Find(HeaderFold.Fold(header)).SelectMany(static meaning => meaning.Languages).Distinct().ToList();
            foreach (var language in languages)
                _weights[language] = _weights.GetValueOrDefault(language) + (1.0 / languages.Count);
        }
    }

    /// <summary>The meaning in the language that fits the row best; the first where none does better.</summary>
    public HeaderMeaning? Choose(IReadOnlyList<HeaderMeaning> meanings) =>
        meanings.Count == 0 ? null : meanings.Count == 1 ? meanings[0] : meanings.MaxBy(meaning => meaning.Languages.Max(language => _weights.GetValueOrDefault(language)));
}
