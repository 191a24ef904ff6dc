using System.Globalization;
using System.Text;
using Beeper.Resolver.Evaluation.Measuring;

namespace Beeper.Resolver.Evaluation.Reporting;

/// <summary>Draws the two plots of a report.</summary>
internal static class SvgPlot
{
    private const int Width = 420;
    private const int Height = 300;
    private const int Margin = 50;

    /// <summary>Wrong chats by coverage.</summary>
    public static string Risk(IReadOnlyList<(double Coverage, double Wrong)> curve)
    {
        var top = Math.Max(0.005, curve.Count == 0 ? 0 : curve.Where(static point => point.Coverage > 0.1).Select(static point => point.Wrong).DefaultIfEmpty(0).Max() * 1.2);
        var plot = Frame("reachable contacts with their chat", "wrong person among chats", top);
        plot.Append("<polyline fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"1.5\" points=\"");
        foreach (var (coverage, wrong) in curve.Where(static point => point.Coverage > 0.02))
            plot.Append(CultureInfo.InvariantCulture, $"{X(coverage):0.0},{Y(Math.Min(wrong, top), top):0.0} ");
        return plot.Append("\"/>\n</svg>\n").ToString();
    }

    /// <summary>Share that is right by score.</summary>
    public static string Reliability(Calibration calibration)
    {
        var plot = Frame("mean score / 100", "share that is right", 1);
        plot.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(0):0.0}\" y1=\"{Y(0, 1):0.0}\" x2=\"{X(1):0.0}\" y2=\"{Y(1, 1):0.0}\" stroke=\"#999\" stroke-dasharray=\"4\"/>\n");
        foreach (var (count, mean, right) in calibration.Bins.Where(static bin => bin.Count > 0))
            plot.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(mean):0.0}\" cy=\"{Y(right, 1):0.0}\" r=\"{2 + Math.Log10(count):0.0}\" fill=\"#1f6feb\"/>\n");
        return plot.Append("</svg>\n").ToString();
    }

    private static StringBuilder Frame(string across, string up, double top)
    {
        var plot = new StringBuilder();
        plot.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"10\">\n");
        plot.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n");
        for (var step = 0; step <= 4; step++)
        {
            var share = step / 4.0;
            plot.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(0):0.0}\" y1=\"{Y(share * top, top):0.0}\" x2=\"{X(1):0.0}\" y2=\"{Y(share * top, top):0.0}\" stroke=\"#ddd\"/>\n");
            plot.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin - 6}\" y=\"{Y(share * top, top) + 3:0.0}\" text-anchor=\"end\">{share * top * 100:0.##} %</text>\n");
            plot.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(share):0.0}\" y=\"{Height - Margin + 14}\" text-anchor=\"middle\">{share * 100:0} %</text>\n");
        }
        plot.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">{across}</text>\n");
        plot.Append(CultureInfo.InvariantCulture, $"<text x=\"12\" y=\"{Height / 2}\" text-anchor=\"middle\" transform=\"rotate(-90 12 {Height / 2})\">{up}</text>\n");
        return plot;
    }

    private static double X(double share) => Margin + (share * (Width - Margin - 15));

    private static double Y(double value, double top) => Height - Margin - (value / top * (Height - Margin - 15));
}
