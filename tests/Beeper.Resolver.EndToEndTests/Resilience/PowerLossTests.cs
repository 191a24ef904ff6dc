using System.Text;
using System.Text.Json.Nodes;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>
/// Row F5: a run is traced, and the disk is cut off after every call in five ways. What was shown must be in every image, as must the intent of
/// every request that was sent. With <c>synchronous=normal</c>, the same check of the same steps must fail.
/// </summary>
public sealed class PowerLossTests
{
    private const int People = 12;

    [Fact]
    public async Task F5_a_power_cut_loses_nothing_that_was_shown_or_sent_and_would_with_synchronous_normal()
    {
        var kept = await CutAsync(static world => ToolProcess.Command(world.Resolve()));
        Assert.True(kept.Images >= LongRun.Images, $"only {kept.Images} images");
        Assert.Equal((0, 0, 0), (kept.Damaged, kept.LostAnswers, kept.SentWithoutIntent));

        var normal = await CutAsync(static _ => ToolProcess.Command(), LooseRun.Variables);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kept}; control {normal}");
        Assert.Equal(0, normal.Damaged);
        Assert.True(normal.LostAnswers > 0, "the control loses no answer, so the check cannot fail");
        Assert.True(normal.SentWithoutIntent > 0, "the control sends nothing without intent, so the check cannot fail");
    }

    private static async Task<(int Images, int Damaged, int LostAnswers, int SentWithoutIntent)> CutAsync(Func<CrashWorld, IReadOnlyList<string>> command, Func<CrashWorld, (string, string)[]>? variables = null)
    {
        using var folder = new TemporaryFolder();
        await using var world = await CrashWorld.CreateAsync(People);
        var names = new[] { world.StorePath, world.StorePath + "-wal", world.StorePath + ".mark" };
        var calls = (await Tracer.RecordAsync(command(world), "pwrite64,write,ftruncate,fsync,fdatasync,sendto,sendmsg", folder["trace"], variables?.Invoke(world) ?? []))
            .FindAll(call => names.Contains(call.Target, StringComparer.Ordinal) || call.IsPost() || IsShown(call));
        Assert.Equal(People * 2, calls.Count(static call => call.IsPost()));
        Assert.Contains(calls, IsShown);
        // Before the first flush of the log the store is being made, under a journal that is not in the model.
        return Replay(calls, calls[calls.FindIndex(static call => call.IsFlushOfLog()) + 1], folder, LongRun.Images);
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
            if (call.IsPost())
                posted++;
            else if (IsShown(call))
                shown.UnionWith(ChatIds(call));
            else
                disk.Apply(call);
            isMade |= ReferenceEquals(call, first);
            if (!isMade)
                continue;
            if (at % every != 0 && !call.IsPost() && !IsShown(call))
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

    private static bool IsShown(SystemCall call) => call.Name == "write" && call.Bytes.AsSpan().StartsWith("{\"schema\":1"u8);

    private static IEnumerable<string> ChatIds(SystemCall call) => Encoding.UTF8.GetString(call.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line.EndsWith('}'))
        .Select(static line => JsonNode.Parse(line)!["chatID"]?.GetValue<string>()).OfType<string>();
}
