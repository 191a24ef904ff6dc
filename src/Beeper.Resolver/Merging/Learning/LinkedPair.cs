namespace Beeper.Resolver.Merging.Learning;

/// <summary>Two records that may be one person.</summary>
/// <param name="Left">The lower record's index.</param>
/// <param name="Right">The higher record's index.</param>
/// <param name="LogOdds">How much speaks for one person, log2 odds.</param>
public readonly record struct LinkedPair(int Left, int Right, double LogOdds)
{
    /// <summary>How likely they are one person by the model, 0 to 1; too sure where fields depend on each other.</summary>
    public double Probability => LinkageModel.Probability(LogOdds);
}
