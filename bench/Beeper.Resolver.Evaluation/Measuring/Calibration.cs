namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>Whether a score means a rate: the chats in ten bins of score, the expected calibration error and the Brier score.</summary>
internal sealed class Calibration
{
    private const int BinCount = 10;

    public Calibration(IEnumerable<JudgedChat> chats)
    {
        var all = chats.ToList();
        Bins = [.. Enumerable.Range(0, BinCount).Select(index => Bin(all, index))];
        Error = Bins.Sum(static bin => bin.Count * Math.Abs(bin.Mean - bin.Right)) / Math.Max(1, all.Count);
        Brier = all.Count == 0 ? 0 : all.Average(static chat => Math.Pow((chat.Score / 100) - (chat.IsRight ? 1 : 0), 2));
    }

    /// <summary>Per bin: how many chats, their mean score as a probability, and the share that is right.</summary>
    public IReadOnlyList<(int Count, double Mean, double Right)> Bins { get; }

    /// <summary>The expected calibration error.</summary>
    public double Error { get; }

    public double Brier { get; }

    private static (int Count, double Mean, double Right) Bin(List<JudgedChat> chats, int index)
    {
        var bin = chats.Where(chat => Math.Min(BinCount - 1, (int)(chat.Score * BinCount / 100)) == index).ToList();
        return bin.Count == 0 ? (0, 0, 0) : (bin.Count, bin.Average(static chat => chat.Score) / 100, bin.Average(static chat => chat.IsRight ? 1.0 : 0));
    }
}
