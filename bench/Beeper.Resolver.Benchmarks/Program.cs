using System.Globalization;
using Beeper.Resolver.Benchmarks;
using Beeper.Resolver.Benchmarks.Profiling;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["google", var path, var rows]:
        Console.Out.WriteLine($"{GoogleContactsFile.Write(path, int.Parse(rows, CultureInfo.InvariantCulture))} bytes");
        break;
    case ["merge", .. var rest]:
        MergeProfile.Run(rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000, rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 3, Console.Out);
        break;
    case ["rank", .. var rest]:
        RankingProfile.Run(rest is [var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 5, Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
