using System.Text;

namespace Beeper.Resolver.Storage;

/// <summary>One row of the table of transitions: the states a start may come from and what else must hold, as SQL conditions on its row.</summary>
/// <param name="From">The states it may come from.</param>
/// <param name="Guards">What else must hold.</param>
internal sealed record Transition(IReadOnlyList<OperationState> From, params IReadOnlyList<string> Guards)
{
    /// <summary>The condition of the update that makes the transition; one row must match.</summary>
    public string Where()
    {
        var condition = new StringBuilder("state in (").AppendJoin(", ", From.Select(static state => $"'{EnumNames.Of(state)}'")).Append(')');
        foreach (var guard in Guards)
            condition.Append(" and (").Append(guard).Append(')');
        return condition.ToString();
    }
}
