using Beeper.Resolver.Sandbox.Faults;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Row F3: the tool is killed at random instants while a server answers late, badly or not at all.</summary>
public sealed class KillTests : IDisposable
{
    private const int Processes = 2;

    private readonly ToolProcess?[] _running = new ToolProcess?[Processes];

    // Of all requests with an effect, some act and then fail, some fail and never act; all take a moment, so that kills meet them.
    private static FaultRule[] Adversity(int seed) =>
    [
        Sometimes(StartRoute, 0.02, seed, new FaultEffect { When = "after", Drop = "after-read" }),
        Sometimes(StartRoute, 0.02, seed + 1, new FaultEffect { When = "after", Status = 500 }),
        Sometimes(StartRoute, 0.02, seed + 2, new FaultEffect { Status = 503 }),
        Sometimes(StartRoute, 0.02, seed + 3, new FaultEffect { Drop = "before-read" }),
        Sometimes(MessageRoute, 0.06, seed + 4, new FaultEffect { When = "after", Drop = "after-read" }),
        Sometimes(MessageRoute, 0.06, seed + 5, new FaultEffect { When = "after", Status = 500 }),
        Sometimes(MessageRoute, 0.06, seed + 6, new FaultEffect { Status = 503 }),
        Sometimes(MessageRoute, 0.06, seed + 7, new FaultEffect { When = "after", DelayMs = 60 }),
        Sometimes("/v1/chats/start", 1, seed, new FaultEffect { When = "after", DelayMs = 10 }),
        Sometimes(MessageRoute, 1, seed, new FaultEffect { When = "after", DelayMs = 10 }),
    ];

    [Fact]
    public async Task F3_random_kills_of_two_processes_send_nothing_twice_and_lose_nothing()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (killed, met, worlds) = (0, 0, 0);
        for (; killed < LongRun.Kills; worlds++)
        {
            // One crowd and one server take deaths until a run lives long enough to finish.
            await using var world = await CrashWorld.CreateAsync(400, null, Adversity(seed + (worlds * 20)));
            while (killed < LongRun.Kills && await KillOneAsync(world, random) is { } atWork)
            {
                killed++;
                met += atWork ? 1 : 0;
                world.AssertNeverTwice();
            }
            foreach (var process in _running)
                process?.Dispose();
            Array.Clear(_running);
            await world.FinishAsync();
            await world.AssertNothingLostAsync();
        }
        // A run at work is one of two, and a kill may hit it between two runs; fewer would be kills of the runtime's start.
        Assert.True(met >= killed / 5, $"only {met} of {killed} kills met a run at work");
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}: {killed} kills in {worlds} crowds of 400, {met} of them between requests of the one killed");
    }

    // Whether the one killed was at work rather than waiting for the other; null when a run has finished.
    private async Task<bool?> KillOneAsync(CrashWorld world, Random random)
    {
        for (var slot = 0; slot < Processes; slot++)
            _running[slot] ??= ToolProcess.Start(ToolProcess.Command(world.Resolve("--wait")));
        // Not before one of them has sent something since the last kill: kills are to meet work and not only the runtime's start.
        var posted = world.Posts;
        while (world.Posts == posted && !_running.Any(static process => process!.HasExited))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await Task.Delay(random.Next(0, 150), TestContext.Current.CancellationToken);
        if (_running.FirstOrDefault(static process => process!.HasExited) is { } ended)
        {
            var run = await ended.EndAsync();
            Assert.True(run.ExitCode is 0 or 7, $"exit {run.ExitCode}: {run.Errors}");
            return null;
        }
        var slotOfVictim = random.Next(Processes);
        var victim = _running[slotOfVictim]!;
        var isAtWork = File.ReadAllText(world.StorePath + ".owner") == victim.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        victim.Kill();
        victim.Dispose();
        _running[slotOfVictim] = null;
        return isAtWork;
    }

    public void Dispose()
    {
        foreach (var process in _running)
            process?.Dispose();
    }

    private static FaultRule Sometimes(string route, double share, int seed, FaultEffect effect) => new(new FaultMatch { Method = "POST", Route = route, Probability = share, Seed = seed }, effect);
}
