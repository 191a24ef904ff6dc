using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Connections;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>accounts</c>: the accounts, their networks, what each can resolve, and the budget left.</summary>
internal static class AccountsCommand
{
    public static Command Create(Tool tool)
    {
        var command = new Command("accounts", "Show the chat accounts, what each can resolve and the starts it has left.");
        tool.Common.AddServerTo(command);
        command.Add(tool.Common.Json);
        HelpText.Apply(command, """
            beeper-resolver accounts
            beeper-resolver accounts --sandbox
            """);
        command.SetAction((parsed, _) => RunAsync(tool, new ResolvedSettings(parsed, tool), parsed.GetValue(tool.Common.Json)));
        return command;
    }

    private static async Task<int> RunAsync(Tool tool, ResolvedSettings settings, bool json)
    {
        var stop = tool.Interruption.Signal.Claiming;
        using var store = ResolutionStore.Open(settings.StorePath);
        await using var desktop = await DesktopConnection.OpenAsync(settings, readOnly: true, startTimeout: null, stop);
        var accounts = await desktop.Client.GetAccountsAsync(stop);
        store.Accounts.Save(accounts, TimeProvider.System.GetUtcNow());
        var networks = settings.Networks;
        var rows = accounts.Select(account => (Account: account, Profile: networks[account.Network], Budget: AccountBudget.Of(store, account, networks))).ToList();
        if (json)
        {
            tool.Terminal.Line(JsonSerializer.Serialize(new
            {
                schema = 1,
                accounts = rows.Select(static row => new { row.Account.Id, row.Account.Network, status = row.Account.Status ?? "connected", resolves = Resolves(row.Profile), mode = row.Profile.Mode, row.Budget.Minute, row.Budget.Hour, row.Budget.Day, row.Budget.Others }),
            }, ResolverJson.Options));
            return ExitCode.Finished;
        }
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("account").NoWrap());
        table.AddColumns("network", "status", "resolves", "new chats", "left: minute/hour/day");
        foreach (var (account, profile, budget) in rows)
        {
            table.AddRow(new Text(VisibleText.Of(account.Id)), new Text(profile.Name), new Text(VisibleText.Of(account.Status ?? "connected")), new Text(string.Join(", ", Resolves(profile))),
                new Text(Mode(profile)), new Text($"{budget.Minute}/{budget.Hour}/{budget.Day}"));
        }
        tool.Terminal.Show(table);
        tool.Terminal.Line("next:  beeper-resolver plan contacts.csv        see every decision, start nothing");
        return ExitCode.Finished;
    }

    private static IEnumerable<string> Resolves(NetworkProfile profile) => profile.Accepts.Union(profile.LooksUp).Select(IdentifierKindNames.Of);

    private static string Mode(NetworkProfile profile) => profile.Mode switch
    {
        NetworkMode.Create => "yes",
        NetworkMode.CreateIfVerified => "once a look-up shows the person",
        _ when profile.CreatesByInvitation => "with --allow-invite",
        _ => "no, existing chats only",
    };
}
