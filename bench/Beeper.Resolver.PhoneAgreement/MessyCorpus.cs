using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>
/// Rows as address books hold them: seven default regions and all others, most numbers domestic, every usual notation, and 8 % that are no
/// numbers. Made from invented digits, the same rows from the same seed and library version.
/// </summary>
public sealed class MessyCorpus
{
    public const ulong DefaultSeed = 20261123;
    private const double JunkShare = 0.08;
    private const double DomesticShare = 0.82;

    private static readonly (string Region, double UpTo)[] DefaultRegions = [("US", 0.40), ("GB", 0.55), ("DE", 0.65), ("IN", 0.75), ("BR", 0.83), ("MX", 0.88)];

    private readonly SplitMix64 _random;
    private readonly RandomNumbers _numbers;
    private readonly MessyNotation _notation;
    private readonly JunkRows _junk;

    private MessyCorpus(PhoneNumberUtil library, ulong seed)
    {
        _random = new SplitMix64(seed);
        _numbers = new RandomNumbers(library, _random);
        _notation = new MessyNotation(library, _random);
        _junk = new JunkRows(_random);
    }

    /// <summary>The rows.</summary>
    public static PhoneRow[] Make(int count, ulong seed = DefaultSeed) => Make(PhoneNumberUtil.GetInstance(), count, seed);

    public static PhoneRow[] Make(PhoneNumberUtil library, int count, ulong seed)
    {
        var corpus = new MessyCorpus(library, seed);
        var rows = new PhoneRow[count];
        for (var index = 0; index < count; index++)
            rows[index] = corpus.NextRow();
        return rows;
    }

    private PhoneRow NextRow()
    {
        var region = NextRegion();
        if (_random.Chance(JunkShare))
            return _junk.Next(region);
        var domestic = _random.Chance(DomesticShare);
        var numberRegion = domestic ? region : NextRegion();
        domestic = numberRegion == region;
        return _notation.Write(_numbers.In(numberRegion), numberRegion, region, domestic);
    }

    private string NextRegion()
    {
        var share = _random.Fraction();
        foreach (var (region, upTo) in DefaultRegions)
        {
            if (share < upTo)
                return region;
        }
        return _random.Pick(_numbers.Regions);
    }
}
