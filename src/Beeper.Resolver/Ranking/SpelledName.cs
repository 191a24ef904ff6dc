using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>What the local part of a mail address or a handle spells, compared with names: <c>anna.berg</c>, <c>aberg</c>, <c>berganna</c>.</summary>
internal static class SpelledName
{
    private const int ShortestWord = 4;

    /// <summary>The text as a name: what separates its parts made spaces, digits at the end dropped.</summary>
    public static FoldedName Fold(ReadOnlySpan<char> text)
    {
        var letters = text.TrimEnd("0123456789");
        return letters.IsEmpty ? FoldedName.Empty : NameFolder.Fold(Parted(letters));
    }

    private static string Parted(ReadOnlySpan<char> letters)
    {
        if (!letters.ContainsAny("._-"))
            return letters.ToString();
        return string.Create(letters.Length, letters, static (parted, letters) =>
        {
            for (var index = 0; index < parted.Length; index++)
                parted[index] = letters[index] is '.' or '_' or '-' ? ' ' : letters[index];
        });
    }

    /// <summary>How a spelled text stands to a contact's name; a name in another script says nothing.</summary>
    public static NameAgreement Compare(FoldedName spelled, FoldedName name)
    {
        if (spelled.Tokens.Count == 0 || name.Tokens.Count == 0)
            return NameAgreement.Unknown;
        return spelled.Tokens.Count == 1 ? CompareRunTogether(spelled.Tokens[0].Form, name.Tokens) : NameComparer.Compare(name, spelled);
    }

    private static NameAgreement CompareRunTogether(string spelled, IReadOnlyList<NameToken> name)
    {
        var best = NameAgreement.Unknown;
        for (var i = 0; i < name.Count; i++)
        {
            var word = name[i].Form;
            if (word.Length >= ShortestWord && spelled.Contains(word, StringComparison.Ordinal))
                best = NameAgreement.Weak;
            if (!spelled.StartsWith(word, StringComparison.Ordinal) && !spelled.EndsWith(word, StringComparison.Ordinal))
                continue;
            for (var j = 0; j < name.Count; j++)
            {
                if (i != j && Joins(spelled, word, name[j].Form))
                    return NameAgreement.Strong;
            }
        }
        return best;
    }

    // The whole text is one word and another one, or the other's initial, in either order.
    private static bool Joins(string spelled, string word, string other)
    {
        var rest = spelled.Length - word.Length;
        if (rest != other.Length && rest != 1)
            return false;
        var part = other.AsSpan(0, rest);
        return (spelled.StartsWith(word, StringComparison.Ordinal) && spelled.AsSpan(word.Length).SequenceEqual(part))
            || (spelled.EndsWith(word, StringComparison.Ordinal) && spelled.AsSpan(0, rest).SequenceEqual(part));
    }
}
