using System.Runtime.CompilerServices;
using Beeper.Resolver.Normalization.Phones.Numbers;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// A prefix rule (international or national) as steps that find the same match as .NET's regular expressions: at the start of the digits,
/// the first alternative that works, groups kept. An automaton for the longest match would not be the same thing.
/// </summary>
/// <param name="Steps">The steps; execution begins at the first.</param>
/// <param name="Groups">How many capturing groups the rule has.</param>
internal sealed record PrefixProgram(PrefixStep[] Steps, int Groups)
{
    /// <summary>Room for the marks of any rule: two for the whole match and two for each group.</summary>
    public const int MostMarks = 16;

    /// <summary>Runs the rule.</summary>
    /// <inheritdoc cref="Match(ReadOnlySpan{PrefixStep}, DigitString, Span{sbyte})"/>
    public int Match(DigitString digits, Span<sbyte> marks) => Match(Steps, digits, marks);

    /// <summary>Runs a rule.</summary>
    /// <param name="steps">Its steps.</param>
    /// <param name="digits">The number.</param>
    /// <param name="marks">Becomes start and end of the match, then of each group; -1 where a group took no part.</param>
    /// <returns>The length of the match, or -1.</returns>
    public static int Match(ReadOnlySpan<PrefixStep> steps, DigitString digits, Span<sbyte> marks)
    {
        marks.Fill(-1);
        return Run(steps, 0, 0, digits, marks) ? marks[1] : -1;
    }

    [SkipLocalsInit]
    private static bool Run(ReadOnlySpan<PrefixStep> steps, int at, int position, DigitString digits, Span<sbyte> marks)
    {
        Span<sbyte> saved = stackalloc sbyte[MostMarks];
        while (true)
        {
            var step = steps[at];
            switch (step.Operation)
            {
                case PrefixOperation.Digit:
                    if (position == digits.Count || (step.First >> digits[position] & 1) == 0)
                        return false;
                    position++;
                    at++;
                    break;
                case PrefixOperation.Try:
                    marks.CopyTo(saved);
                    if (Run(steps, step.First, position, digits, marks))
                        return true;
                    saved[..marks.Length].CopyTo(marks);
                    at = step.Second;
                    break;
                case PrefixOperation.Jump:
                    at = step.First;
                    break;
                case PrefixOperation.Mark:
                    marks[step.First] = (sbyte)position;
                    at++;
                    break;
                case PrefixOperation.AtEnd:
                    if (position != digits.Count)
                        return false;
                    at++;
                    break;
                default:
                    return true;
            }
        }
    }
}
