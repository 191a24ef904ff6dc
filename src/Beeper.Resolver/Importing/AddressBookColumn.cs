namespace Beeper.Resolver.Importing;

/// <summary>What a column was understood as.</summary>
/// <param name="Index">Position, from 0.</param>
/// <param name="Header">The header as written.</param>
/// <param name="Field">What it holds; <see cref="AddressField.Ignored"/> for columns that are not read.</param>
/// <param name="Number">The group of numbered columns it belongs to, as in <c>Phone 2 - Value</c>; 0 without one.</param>
/// <param name="Label">The label of every value in it, or null.</param>
/// <param name="Network">The network every value in it is tied to, or null.</param>
public sealed record AddressBookColumn(int Index, string Header, AddressField Field, int Number = 0, string? Label = null, string? Network = null);
