using System.Globalization;
using Beeper.Resolver.Cli.Runs;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>The starts each account has left.</summary>
internal static class BudgetTable
{
    public static Table Of(IReadOnlyList<AccountBudget> budgets)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("account", "starts left this minute", "this hour", "today");
        foreach (var budget in budgets)
            table.AddRow(new Text(VisibleText.Of(budget.Account)), Number(budget.Minute), Number(budget.Hour), Number(budget.Day));
        return table;
    }

    private static Text Number(int count) => new(count.ToString(CultureInfo.InvariantCulture));
}
