using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Importing.Headers;

/// <summary>Header words to the form they are compared in: decomposed, without marks, lower case, letters and digits only, in any script.</summary>
internal static class HeaderFold
{
    /// <summary>The folded text; empty where nothing is left.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.ModifierLetter)
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    /// <summary>The folded words of a header: cut at everything that is no letter or digit, between letters and digits, and before a capital.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var previous = '\0';
        foreach (var c in Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter)
                continue;
            var cut = !char.IsLetterOrDigit(c) || char.IsDigit(c) != char.IsDigit(previous) || (char.IsUpper(c) && char.IsLower(previous));
            if (cut && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            previous = c;
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    // Half of a surrogate pair cannot be decomposed; such text is no header word anyway.
    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
