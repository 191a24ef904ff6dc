using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>store</c>: check, copy, empty, migrate or salvage the store.</summary>
internal static class StoreCommand
{
    public static Command Create(Tool tool)
    {
        var command = new Command("store", "Look after the store: the file that remembers contacts, chats and what was sent.") { Check(tool), Backup(tool), Purge(tool), Migrate(tool), Salvage(tool) };
        HelpText.Apply(command, """
            beeper-resolver store check                    is the file sound?
            beeper-resolver store backup copy.db           a copy that only you can read
            beeper-resolver store purge                    delete everything it knows
            """, ExitCode.Summary);
        return command;
    }

    private static Command Check(Tool tool) => Make(tool, "check", "Look the whole file over; nothing is changed.", "beeper-resolver store check", (settings, json) =>
    {
        using var store = ExistingStore.OpenReadOnly(settings.StorePath);
        var problems = store.Check();
        if (json)
            tool.Terminal.Line(JsonSerializer.Serialize(new { schema = 1, store = store.Path, problems }, ResolverJson.Options));
        else if (problems.Count == 0)
            tool.Terminal.Line($"{VisibleText.Of(store.Path)} is sound.");
        foreach (var problem in json ? [] : problems)
            tool.Terminal.Line(VisibleText.Of(problem));
        if (problems.Count > 0)
            throw new StoreException(StoreFault.Corrupt, $"The store {store.Path} has {problems.Count} problems. Restore a backup, or save what is readable with: beeper-resolver store salvage NEW-FILE");
        return ExitCode.Finished;
    });

    private static Command Backup(Tool tool)
    {
        var target = Target("The new file; one that exists is not overwritten.");
        return With(target, Make(tool, "backup", "Copy the store into a new file that only you can read.", "beeper-resolver store backup copy.db", (settings, _, parsed) =>
        {
            using var store = ExistingStore.Open(settings.StorePath);
            store.Backup(parsed.GetValue(target)!);
            tool.Terminal.Note($"Copied to {parsed.GetValue(target)}. A restored copy is older than what was sent since; then run: beeper-resolver reconcile --all");
            return ExitCode.Finished;
        }));
    }

    private static Command Purge(Tool tool)
    {
        var command = Make(tool, "purge", "Delete everything the store knows, so that nothing can be read back from its files. Chats in Beeper stay.", "beeper-resolver store purge", (settings, _, parsed) =>
        {
            using var store = ExistingStore.Open(settings.StorePath);
            using var held = RunLock.Acquire(store.Path);
            if (!parsed.GetValue(tool.Common.Yes) && !tool.Terminal.Confirm($"All contacts, outcomes and the memory of what was sent in {store.Path} are deleted for good. Go on?"))
                throw new UsageException("Nothing was deleted. Add --yes to delete without being asked.");
            store.Purge(held);
            tool.Terminal.Note($"{store.Path} is empty. Backups you made elsewhere are not touched.");
            return ExitCode.Finished;
        });
        command.Add(tool.Common.Yes);
        return command;
    }

    private static Command Migrate(Tool tool) => Make(tool, "migrate", "Bring the store of an older version up to date; a copy of it is kept beside it.", "beeper-resolver store migrate", (settings, _) =>
    {
        using var store = ExistingStore.Open(settings.StorePath);
        tool.Terminal.Note($"{store.Path} is up to date.");
        return ExitCode.Finished;
    });

    private static Command Salvage(Tool tool)
    {
        var target = Target("The new store.");
        return With(target, Make(tool, "salvage", "Copy what can be read of a damaged store into a new one; the damaged file is not changed.", "beeper-resolver store salvage rescued.db", (settings, json, parsed) =>
        {
            var saved = StoreSalvage.Into(settings.StorePath, parsed.GetValue(target)!);
            if (json)
                tool.Terminal.Line(JsonSerializer.Serialize(new { schema = 1, tables = saved.Select(static one => new { table = one.Table, rows = one.Rows, whole = one.IsWhole }) }, ResolverJson.Options));
            foreach (var (table, rows, isWhole) in json ? [] : saved)
                tool.Terminal.Line($"{table,-20} {rows,8} rows{(isWhole ? "" : ", not all could be read")}");
            return saved.All(static one => one.IsWhole) ? ExitCode.Finished : ExitCode.SomeFailed;
        }));
    }

    private static Argument<string> Target(string description) => new("FILE") { Description = description };

    private static Command With(Argument<string> target, Command command)
    {
        command.Add(target);
        return command;
    }

    private static Command Make(Tool tool, string name, string description, string example, Func<ResolvedSettings, bool, int> run) => Make(tool, name, description, example, (settings, json, _) => run(settings, json));

    private static Command Make(Tool tool, string name, string description, string example, Func<ResolvedSettings, bool, ParseResult, int> run)
    {
        var command = new Command(name, description);
        tool.Common.AddStoreTo(command);
        command.Add(tool.Common.Sandbox);
        command.Add(tool.Common.Json);
        HelpText.Apply(command, example, ExitCode.Summary);
        command.SetAction(parsed => run(new ResolvedSettings(parsed, tool), parsed.GetValue(tool.Common.Json), parsed));
        return command;
    }
}
