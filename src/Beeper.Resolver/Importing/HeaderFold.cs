using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Importing;

/// <summary>Header words to the form they are compared in: decomposed, without marks, lower case, letters and digits only, in any script.</summary>
internal static class HeaderFold
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.ModifierLetter)
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
