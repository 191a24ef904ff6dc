using System.Text;
using System.Text.Json.Nodes;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>
/// Row F5: a run is traced, and the disk is cut off after every call in five ways. What was shown must be in every image, as must the intent of
/// every request that was sent. Without the flushes of the log, which is what <c>synchronous=normal</c> saves, the same check must fail.
/// </summary>
public sealed class PowerLossTests
{
    private const int People = 12;

    /// <summary>Images of one test; <c>BEEPER_RESOLVER_IMAGES=10000</c> is the long run.</summary>
    private static int Images => int.TryParse(Environment.GetEnvironmentVariable("BEEPER_RESOLVER_IMAGES"), System.Globalization.CultureInfo.InvariantCulture, out var images) ? images : 600;

    [Fact]
    public async Task F5_a_power_cut_loses_nothing_that_was_shown_or_sent()
    {
        using var folder = new TemporaryFolder();
        var calls = await TraceAsync(folder);
        // Before the first flush of the log the store is being made, under a journal that is not in the model.
        var first = calls[calls.FindIndex(IsFlushOfLog) + 1];
        var kept = Replay(calls, first, folder, Images);
        Assert.True(kept.Images >= Images, $"only {kept.Images} images");
        Assert.Equal((0, 0, 0), (kept.Damaged, kept.LostAnswers, kept.SentWithoutIntent));

        var normal = Replay(WithoutFlushesOfTheLog(calls), first, folder, Images);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kept}; control {normal}");
        Assert.Equal(0, normal.Damaged);
        Assert.True(normal.LostAnswers > 0, "the control loses no answer, so the check cannot fail");
        Assert.True(normal.SentWithoutIntent > 0, "the control sends nothing without intent, so the check cannot fail");
    }

    private static async Task<List<SystemCall>> TraceAsync(TemporaryFolder folder)
    {
        await using var world = await CrashWorld.CreateAsync(People);
        var log = folder["trace"];
        using var process = ToolProcess.Start(
        [
            "strace", "-f", "-qq", "-y", "-xx", "-s", "300000", "--seccomp-bpf", "-e", "trace=pwrite64,write,ftruncate,fsync,fdatasync,sendto,sendmsg", "-o", log, .. ToolProcess.Command(world.Resolve()),
        ]);
        var run = await process.EndAsync();
        Assert.True(run.ExitCode == 0, run.Errors);
        var names = new[] { world.StorePath, world.StorePath + "-wal", world.StorePath + ".mark" };
        var calls = StraceLog.Read(log).Where(call => names.Contains(call.Target, StringComparer.Ordinal) || IsPost(call) || IsShown(call)).ToList();
        Assert.Equal(People * 2, calls.Count(IsPost));
        Assert.Contains(calls, IsShown);
        return calls;
    }

    private static (int Images, int Damaged, int LostAnswers, int SentWithoutIntent) Replay(IReadOnlyList<SystemCall> calls, SystemCall first, TemporaryFolder folder, int images)
    {
        var random = new Random(20_261);
        var disk = new DiskModel();
        var (made, damaged, lost, unlogged, posted) = (0, 0, 0, 0, 0);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var isMade = false;
        // Every so many calls, so that the images cover the whole run.
        var every = Math.Max(1, calls.Count * DiskModel.Patterns / (images * 5 / 4));
        for (var at = 0; at < calls.Count; at++)
        {
            var call = calls[at];
            if (IsPost(call))
                posted++;
            else if (IsShown(call))
                shown.UnionWith(ChatIds(call));
            else
                disk.Apply(call);
            isMade |= ReferenceEquals(call, first);
            if (!isMade)
                continue;
            if (at % every != 0 && !IsPost(call) && !IsShown(call))
                continue;
            for (var pattern = 0; pattern < DiskModel.Patterns; pattern++)
            {
                var image = Directory.CreateDirectory(folder[$"image{made++}"]).FullName;
                disk.Crash(image, pattern, random);
                var (isSound, intents, chats) = Look(image);
                damaged += isSound ? 0 : 1;
                lost += shown.IsSubsetOf(chats) ? 0 : 1;
                unlogged += intents >= posted ? 0 : 1;
                Directory.Delete(image, recursive: true);
            }
        }
        return (made, damaged, lost, unlogged);
    }

    private static (bool IsSound, int Intents, HashSet<string> Chats) Look(string folder)
    {
        try
        {
            using var store = ResolutionStore.Open(Path.Combine(folder, "resolver.db"));
            var chats = store.Contacts.Load().SelectMany(contact => store.Operations.OfContact(contact.Contact.Key)).Select(static operation => operation.ChatId).OfType<string>().ToHashSet(StringComparer.Ordinal);
            return (store.Check().Count == 0, store.Operations.AttemptsSince(Some.WhatsApp, DateTimeOffset.UnixEpoch).Count, chats);
        }
        catch (StoreException error) when (error.Fault != StoreFault.RolledBack)
        {
            return (false, int.MaxValue, []);
        }
        catch (StoreException)
        {
            // Seen by the marker, which is what it is for; the control has such images, the real run none.
            using var store = ResolutionStore.Open(Path.Combine(folder, "resolver.db"), new StoreOptions { AcceptRollback = true });
            return (store.Check().Count == 0, -1, []);
        }
    }

    // A checkpoint flushes the log before it writes the store, with either setting.
    private static List<SystemCall> WithoutFlushesOfTheLog(List<SystemCall> calls)
    {
        var kept = new List<SystemCall>();
        for (var at = 0; at < calls.Count; at++)
        {
            var precedesCheckpoint = calls.Skip(at + 1).FirstOrDefault(static call => call.Target.Contains("resolver.db", StringComparison.Ordinal)) is { Name: "pwrite64" } next && next.Target.EndsWith("resolver.db", StringComparison.Ordinal);
            if (!IsFlushOfLog(calls[at]) || precedesCheckpoint)
                kept.Add(calls[at]);
        }
        return kept;
    }

    private static bool IsFlushOfLog(SystemCall call) => call.Name is "fsync" or "fdatasync" && call.Target.EndsWith("-wal", StringComparison.Ordinal);

    private static bool IsPost(SystemCall call) => call.Name is "sendto" or "sendmsg" && call.Bytes.AsSpan().StartsWith("POST "u8);

    private static bool IsShown(SystemCall call) => call.Name == "write" && call.Bytes.AsSpan().StartsWith("{\"schema\":1"u8);

    private static IEnumerable<string> ChatIds(SystemCall call) => Encoding.UTF8.GetString(call.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line.EndsWith('}'))
        .Select(static line => JsonNode.Parse(line)!["chatID"]?.GetValue<string>()).OfType<string>();
}
