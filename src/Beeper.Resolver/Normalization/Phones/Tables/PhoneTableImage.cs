namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>The tables as they are built, before <see cref="PhoneTableBlob"/> lays them out for reading.</summary>
internal sealed record PhoneTableImage
{
    /// <summary>Two-digit beginnings of a number.</summary>
    public const int DigitPairs = 100;

    /// <summary>The version of the package whose metadata this is.</summary>
    public required string Version { get; init; }

    /// <summary>Inner nodes and then tails, <see cref="NodePool.Width"/> numbers each.</summary>
    public required ushort[] Nodes { get; init; }

    public required NodeTail[] Tails { get; init; }

    public required CallingCodeRoot[] CallingCodes { get; init; }

    public required RegionRules[] Regions { get; init; }

    /// <summary>A hundred for each region, one for each pair of digits.</summary>
    public required PrefixRule[] PrefixRules { get; init; }

    public int InnerNodes => Nodes.Length / NodePool.Width - Tails.Length;

    /// <summary>Whether a node of the stored form accepts what is left, by count alone where it is a tail.</summary>
    public int ResultAt(int node, int remaining) => node >= InnerNodes
        ? Tails[node - InnerNodes].ResultFor(remaining)
        : remaining == 0 ? Nodes[node * NodePool.Width + 10] : -1;

    public int Next(int node, int digit) => Nodes[node * NodePool.Width + digit];
}
