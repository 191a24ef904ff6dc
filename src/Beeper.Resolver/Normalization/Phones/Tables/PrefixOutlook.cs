namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>What a prefix rule can do to a number of which only the first two digits are known.</summary>
/// <param name="OneDigit">It matches the first digit, whatever follows.</param>
/// <param name="TwoDigits">It matches the first two digits, whatever follows.</param>
/// <param name="OtherLengths">The lengths at which another match is possible: a longer one, one bound to the end, or one that transforms the number; bit n for n digits.</param>
internal readonly record struct PrefixOutlook(bool OneDigit, bool TwoDigits, uint OtherLengths)
{
    /// <summary>Whether the rule can match at all.</summary>
    public bool CanMatch => OneDigit || TwoDigits || OtherLengths != 0;

    /// <summary>How many digits it takes for certain at lengths that are not among the others, if that is known.</summary>
    public int? Certain => OneDigit && TwoDigits ? null : OneDigit ? 1 : TwoDigits ? 2 : 0;

    /// <summary>Follows every way through a program.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="first">The number's first digit.</param>
    /// <param name="second">Its second digit.</param>
    /// <param name="transforms">Whether a filled last group changes the number.</param>
    public static PrefixOutlook Of(PrefixProgram program, int first, int second, bool transforms)
    {
        bool one = false, two = false;
        var other = 0u;
        var lastGroup = !transforms || program.Groups == 0 ? -1 : 2 * program.Groups + 1;
        var seen = new HashSet<(int At, int Position, bool Ended, bool Captured)>();
        var open = new Stack<(int At, int Position, bool Ended, bool Captured)>([(0, 0, false, false)]);
        while (open.TryPop(out var state))
        {
            if (!seen.Add(state))
                continue;
            var (at, position, ended, captured) = state;
            var step = program.Steps[at];
            switch (step.Operation)
            {
                case PrefixOperation.Digit:
                    var known = position == 0 ? 1 << first : position == 1 ? 1 << second : 0x3FF;
                    if (!ended && (step.First & known) != 0)
                        open.Push((at + 1, position + 1, false, captured));
                    break;
                case PrefixOperation.Try:
                    open.Push((step.First, position, ended, captured));
                    open.Push((step.Second, position, ended, captured));
                    break;
                case PrefixOperation.Jump:
                    open.Push((step.First, position, ended, captured));
                    break;
                case PrefixOperation.Mark:
                    open.Push((at + 1, position, ended, captured || step.First == lastGroup));
                    break;
                case PrefixOperation.AtEnd:
                    open.Push((at + 1, position, true, captured));
                    break;
                default:
                    if (ended)
                        other |= 1u << position;
                    else if (position > 2 || captured)
                        other |= uint.MaxValue << position;
                    else if (position > 0)
                        (one, two) = (one || position == 1, two || position == 2);
                    break;
            }
        }
        return new PrefixOutlook(one, two, other);
    }
}
