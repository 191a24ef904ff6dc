using System.Net.Mail;
using System.Text.RegularExpressions;
using Beeper.Resolver.Normalization;
using BenchmarkDotNet.Attributes;

namespace Beeper.Resolver.Benchmarks;

/// <summary>
/// 10,000 mixed addresses per call, of which 8 % need care (names around them, mailto, IDN) and 2 % are none. The baseline validates with .NET's own
/// <see cref="MailAddress"/>, which takes more than it should; the pattern is the one of the HTML standard. Times are per address.
/// </summary>
[MemoryDiagnoser]
public partial class EmailBenchmarks
{
    private const int Count = 10_000;

    private string[] _texts = [];

    [GlobalSetup]
    public void Setup() => _texts = SampleIdentities.Emails(Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int MailAddressTryCreate()
    {
        var taken = 0;
        foreach (var text in _texts)
            taken += MailAddress.TryCreate(text, out _) ? 1 : 0;
        return taken;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int HtmlPattern()
    {
        var taken = 0;
        foreach (var text in _texts)
            taken += Html().IsMatch(text) ? 1 : 0;
        return taken;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Normalize()
    {
        var taken = 0;
        foreach (var text in _texts)
            taken += EmailNormalizer.Normalize(text).Problem is null ? 1 : 0;
        return taken;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int NormalizeIntoBuffer()
    {
        Span<char> buffer = stackalloc char[254];
        var written = 0;
        foreach (var text in _texts)
            written += EmailNormalizer.TryNormalize(text, buffer, out var length) ? length : 0;
        return written;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int KeyAndRole()
    {
        var seen = 0;
        foreach (var text in _texts)
            seen += EmailKey.Of(text).Length + (int)EmailRole.Of(text);
        return seen;
    }

    [GeneratedRegex(@"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Html();
}
