using PhoneNumbers;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>One pattern of the metadata together with the lengths it is limited to, as an automaton component.</summary>
/// <param name="Automaton">The pattern.</param>
/// <param name="Lengths">Bit n is set where a number of n digits may match; 0 for no limit.</param>
internal sealed record NumberDescription(PatternAutomaton Automaton, uint Lengths)
{
    public bool Accepts(int state, int length) => Automaton.Accepts(state) && (Lengths == 0 || (Lengths >> length & 1) != 0);

    /// <summary>The lengths of a description as bits; null where the type does not exist in the region (its only length is -1).</summary>
    public static uint? LengthsOf(PhoneNumberDesc description)
    {
        var lengths = 0u;
        foreach (var length in description.PossibleLengthList)
        {
            if (length >= 0)
                lengths |= 1u << length;
        }
        return lengths == 0 && description.PossibleLengthCount > 0 ? null : lengths;
    }
}
