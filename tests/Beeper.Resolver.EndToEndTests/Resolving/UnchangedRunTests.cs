using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Beeper.Resolver.EndToEndTests.Resolving;

/// <summary>A run that left nothing due is answered from its counts, until anything they are made of is another.</summary>
public sealed class UnchangedRunTests
{
    private static readonly ResolveOptions Quick = new() { Careful = false };
    private static readonly string[] Rows = ["Anna Berg,+447700900123,,,,,", "Peter Vossloh,+447700900456,,,,,", "Mirela Vance,,,,,,"];

    [Fact]
    public async Task The_counts_are_those_of_looking_at_each_contact()
    {
        await using var world = await WorldAsync();
        await world.RunAsync(Rows);
        var counted = new RunSummary();
        counted.Add((await SettledAsync(world))!);
        var looked = new RunSummary();
        await foreach (var result in await ResultsAsync(world))
            looked.Add(result);
        Assert.Equal(3, counted.Contacts);
        Assert.Equal((looked.Contacts, looked.FromStore, looked.Left), (counted.Contacts, counted.FromStore, counted.Left));
        Assert.Equal(looked.Outcomes, counted.Outcomes);
        Assert.Equal(looked.Accounts.Select(Line), counted.Accounts.Select(Line));
    }

    [Fact]
    public async Task Other_options_and_other_accounts_are_another_work()
    {
        await using var world = await WorldAsync();
        await world.RunAsync(Rows);
        Assert.NotNull(await SettledAsync(world));
        var accounts = await world.Desktop.GetAccountsAsync(TestContext.Current.CancellationToken);
        foreach (var options in (ReadOnlySpan<ResolveOptions>)[Quick with { EachAccount = true }, Quick with { AllowInvite = true }, Quick with { ExistingOnly = true }, Quick with { Refresh = true }, Quick with { PlanOnly = true }])
            Assert.Null(new ResolveRun(world.Store, world.Desktop, options).FindSettled(accounts));
        Assert.Null(new ResolveRun(world.Store, world.Desktop, Quick).FindSettled([accounts[0]]));
    }

    [Fact]
    public async Task A_row_more_makes_them_void()
    {
        await using var world = await WorldAsync();
        await world.RunAsync(Rows);
        world.Import("second.csv", "Odile Brandt,+447700900789,,,,,");
        Assert.Null(await SettledAsync(world));
    }

    [Fact]
    public async Task An_import_that_was_not_merged_makes_them_void_and_a_merge_due()
    {
        await using var world = await WorldAsync();
        await world.RunAsync(Rows);
        Assert.False(world.Store.IsMergeDue);
        using var folder = new TemporaryFolder();
        new AddressBookImport(world.Store, new NormalizationOptions()).Import(folder.Write("book.csv", $"{ResolvingWorld.Header}\n{Rows[0]}\n"));
        Assert.Null(await SettledAsync(world));
        Assert.True(world.Store.IsMergeDue);
        new AddressBookImport(world.Store, new NormalizationOptions()).Merge();
        Assert.False(world.Store.IsMergeDue);
    }

    [Fact]
    public async Task A_persons_word_makes_them_void_before_the_merge_and_after_it()
    {
        await using var world = await WorldAsync();
        await world.RunAsync(Rows);
        var contacts = world.Store.Contacts.Load();
        world.Store.Decisions.Add([new MergeDecision(MergeDecisionKind.KeepApart, MergeSubject.Of(contacts[0].Contact), MergeSubject.Of(contacts[1].Contact), Some.LastOctober)]);
        Assert.Null(await SettledAsync(world));
        Assert.True(world.Store.IsMergeDue);
        await world.RunAsync();
        Assert.Null(await SettledAsync(world));
        new PersonDecisions(world.Store).KeepApart(contacts[0].Contact.Records, contacts[1].Contact.Records);
        Assert.Null(await SettledAsync(world));
        await world.RunAsync();
        Assert.NotNull(await SettledAsync(world));
    }

    [Fact]
    public async Task An_answer_that_changes_makes_them_void()
    {
        await using var world = await WorldAsync();
        await world.RunAsync(Rows);
        var resolved = world.Store.Resolutions.Load().SelectMany(static one => one).First(static one => one.Resolution.Outcome == Outcome.Resolved).Resolution;
        world.Store.Resolutions.AddEvidence(resolved.ContactKey, resolved.Account!.Id, new Evidence("note.test", 0, "a test"));
        Assert.Null(await SettledAsync(world));
    }

    [Fact]
    public async Task They_hold_only_as_long_as_the_first_answer()
    {
        var time = new FakeTimeProvider(Some.LastOctober);
        await using var world = await WorldAsync(time);
        await world.RunAsync(Rows);
        Assert.NotNull(await SettledAsync(world, time));
        time.Advance(TimeSpan.FromDays(400));
        Assert.Null(await SettledAsync(world, time));
    }

    [Fact]
    public async Task Work_that_was_left_or_only_planned_gives_none()
    {
        await using var world = await WorldAsync();
        await world.RunAsync(Quick with { PlanOnly = true }, Rows);
        Assert.Null(await SettledAsync(world));
        await world.RunAsync(Quick with { Limit = 1 });
        Assert.Null(await SettledAsync(world));
        await world.RunAsync();
        Assert.NotNull(await SettledAsync(world));
    }

    [Fact]
    public async Task A_purge_leaves_none()
    {
        await using var world = await WorldAsync();
        await world.RunAsync(Rows);
        using var held = RunLock.Acquire(world.Store.Path);
        world.Store.Purge(held);
        Assert.Null(await SettledAsync(world));
    }

    private static Task<ResolvingWorld> WorldAsync(TimeProvider? time = null) => ResolvingWorld.WithAsync(
        [Some.Person(Some.WhatsApp, "@a", "Anna Berg", "+447700900123"), Some.Person(ResolvingWorld.Signal, "@b", "Somebody Else", "+447700900456")], time: time);

    private static async Task<SettledRun?> SettledAsync(ResolvingWorld world, TimeProvider? time = null) =>
        new ResolveRun(world.Store, world.Desktop, Quick, time: time).FindSettled(await world.Desktop.GetAccountsAsync(TestContext.Current.CancellationToken));

    private static async Task<IAsyncEnumerable<ContactResult>> ResultsAsync(ResolvingWorld world)
    {
        var token = TestContext.Current.CancellationToken;
        return new ResolveRun(world.Store, world.Desktop, Quick).RunAsync(await world.Desktop.GetAccountsAsync(token), StopSignal.From(token), token);
    }

    private static (string, string, int, int, int, int, int, int, int) Line(AccountSummary one) =>
        (one.Id, one.Network, one.Existing, one.Created, one.NotFound, one.Held, one.Skipped, one.Failed, one.Unknown);
}
