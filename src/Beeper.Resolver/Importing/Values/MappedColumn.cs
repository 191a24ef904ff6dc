
namespace Beeper.Resolver.Importing.Values;

/// <summary>A column that is read, and the columns of the same number that say more about its values; -1 where there is none.</summary>
/// <param name="Index">Position, from 0.</param>
/// <param name="Header">The header.</param>
/// <param name="Field">What it holds.</param>
/// <param name="Label">The label of all its values, or null.</param>
/// <param name="Network">The network of all its values, or null.</param>
/// <param name="Beside">The column with the label or the network.</param>
/// <param name="Type">The column with the kind of an e-mail address.</param>
/// <param name="Name">The column with the display name of an e-mail address.</param>
internal sealed record MappedColumn(int Index, string Header, AddressField Field, string? Label, string? Network, int Beside, int Type, int Name)
{
    /// <summary>What the header says of each value.</summary>
    public LabelCell OwnLabel { get; } = Label is null && Network is null ? LabelCell.None : new LabelCell(Label, Primary: false, Network);

    /// <summary>Whether its values may become identifiers.</summary>
    public bool IsIdentifier => Field > AddressField.Organization;

    /// <summary>The columns of a layout.</summary>
    public static MappedColumn[] Of(IReadOnlyList<AddressBookColumn> columns)
    {
        int Find(AddressField field, int number) => number == 0 ? -1 : columns.FirstOrDefault(column => column.Field == field && column.Number == number)?.Index ?? -1;
        return
        [
            .. columns.Select(column => new MappedColumn(column.Index, column.Header, column.Field, column.Label, column.Network,
                column.Field switch
                {
                    AddressField.Phone => Find(AddressField.PhoneLabel, column.Number),
                    AddressField.Email => Find(AddressField.EmailLabel, column.Number),
                    AddressField.ServiceHandle => Find(AddressField.Service, column.Number),
                    AddressField.CustomValue => Find(AddressField.CustomLabel, column.Number),
                    AddressField.Country => Find(AddressField.CountryLabel, column.Number),
                    _ => -1,
                },
                column.Field == AddressField.Email ? Find(AddressField.EmailType, column.Number) : -1,
                column.Field == AddressField.Email ? Find(AddressField.EmailName, column.Number) : -1)),
        ];
    }
}
