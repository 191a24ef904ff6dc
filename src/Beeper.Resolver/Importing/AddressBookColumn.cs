namespace Beeper.Resolver.Importing;

/// <summary>What a column was understood as.</summary>
/// <param name="Index">Position, from 0.</param>
/// <param name="Header">The header as written; a word for its content in a table without header.</param>
/// <param name="Field">What it holds; <see cref="AddressField.Ignored"/> for columns that are not read.</param>
/// <param name="Number">The group of numbered columns it belongs to, as in <c>Phone 2 - Value</c>; 0 without one.</param>
/// <param name="Label">The label of every value in it, or null.</param>
/// <param name="Network">The network every value in it is tied to, or null.</param>
public sealed record AddressBookColumn(int Index, string Header, AddressField Field, int Number = 0, string? Label = null, string? Network = null)
{
    /// <summary>Why the column is not read, or what its field was told by other than its header; null for a plain match.</summary>
    public string? Why { get; init; }

    /// <summary>The field and what narrows it, such as <c>phone:mobile</c>, <c>handle:telegram</c> or <c>ignored</c>; the words of <see cref="ColumnMapping"/>.</summary>
    public string Meaning => ColumnMapping.Meaning(this);
}
