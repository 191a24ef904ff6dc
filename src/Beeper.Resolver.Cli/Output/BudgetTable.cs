using System.Globalization;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Pipeline;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>The starts and look-ups each account has left.</summary>
internal static class BudgetTable
{
    public static Table Of(IReadOnlyList<AccountBudget> budgets)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("account", "what is left", "this minute", "this hour", "today");
        foreach (var budget in budgets)
        {
            table.AddRow(new Text(VisibleText.Of(budget.Account)), new Text("starts"), Number(budget.Minute), Number(budget.Hour), Number(budget.Day));
            foreach (var other in budget.Others)
                table.AddRow(Text.Empty, new Text(other.Kind == BudgetKind.Lookups ? "look-ups" : "starts by phone"), Number(other.Minute), Number(other.Hour), Number(other.Day));
        }
        return table;
    }

    private static Text Number(int count) => new(count.ToString(CultureInfo.InvariantCulture));
}
