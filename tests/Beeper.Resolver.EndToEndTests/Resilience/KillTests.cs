using Beeper.Resolver.Sandbox.Faults;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Row F3: the tool is killed at random instants while a server answers late, badly or not at all.</summary>
public sealed class KillTests
{
    private const int Processes = 2;

    /// <summary>Kills of one test; ten by default, <c>BEEPER_RESOLVER_KILLS=2000</c> is the long run.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("BEEPER_RESOLVER_KILLS"), System.Globalization.CultureInfo.InvariantCulture, out var kills) ? kills : 10;

    // Of all requests with an effect, some act and then fail, some fail and never act; all take a moment, so that kills meet them.
    private static FaultRule[] Adversity(int seed) =>
    [
        Sometimes(StartRoute, 0.03, seed, new FaultEffect { When = "after", Drop = "after-read" }),
        Sometimes(StartRoute, 0.03, seed + 1, new FaultEffect { When = "after", Status = 500 }),
        Sometimes(StartRoute, 0.03, seed + 2, new FaultEffect { Status = 503 }),
        Sometimes(StartRoute, 0.03, seed + 3, new FaultEffect { Drop = "before-read" }),
        Sometimes(MessageRoute, 0.06, seed + 4, new FaultEffect { When = "after", Drop = "after-read" }),
        Sometimes(MessageRoute, 0.06, seed + 5, new FaultEffect { When = "after", Status = 500 }),
        Sometimes(MessageRoute, 0.06, seed + 6, new FaultEffect { Status = 503 }),
        Sometimes(MessageRoute, 0.06, seed + 7, new FaultEffect { When = "after", DelayMs = 60 }),
        Sometimes("/v1/chats/start", 1, seed, new FaultEffect { When = "after", DelayMs = 20 }),
        Sometimes(MessageRoute, 1, seed, new FaultEffect { When = "after", DelayMs = 20 }),
    ];

    [Fact]
    public async Task F3_random_kills_of_two_processes_send_nothing_twice_and_lose_nothing()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}, {Kills} kills");
        var random = new Random(seed);
        await using var world = await CrashWorld.CreateAsync(400, null, Adversity(seed));
        var running = new ToolProcess?[Processes];
        for (var killed = 0; killed < Kills;)
        {
            for (var slot = 0; slot < Processes; slot++)
            {
                if (running[slot] is { HasExited: true })
                {
                    running[slot]!.Dispose();
                    running[slot] = null;
                }
                running[slot] ??= ToolProcess.Start(ToolProcess.Command(world.Resolve("--wait")));
            }
            // Not before the server has heard of one of them since the last kill, so that kills meet work and not the runtime's start.
            var heard = world.Server.Journal.Entries.Count;
            while (world.Server.Journal.Entries.Count == heard && running.Any(static process => !process!.HasExited))
                await Task.Delay(5, TestContext.Current.CancellationToken);
            await Task.Delay(random.Next(0, 250), TestContext.Current.CancellationToken);
            var victim = running[random.Next(Processes)]!;
            if (victim.HasExited)
                continue;
            victim.Kill();
            killed++;
            world.AssertNeverTwice();
        }
        foreach (var process in running)
            process?.Dispose();
        await world.FinishAsync();
        await ToolProcess.RunAsync(world.Reconcile());
        await world.AssertNothingLostAsync();
    }

    private static FaultRule Sometimes(string route, double share, int seed, FaultEffect effect) => new(new FaultMatch { Method = "POST", Route = route, Probability = share, Seed = seed }, effect);
}
