using Beeper.Resolver.Importing.Headers;
using Beeper.Resolver.Importing.Values;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>
/// Messaging addresses in the spellings of the programs: <c>IMPP;X-SERVICE-TYPE=Telegram:telegram:name</c>, <c>X-SOCIALPROFILE;type=twitter;x-user=name:http…</c>,
/// <c>SOCIALPROFILE;SERVICE-TYPE=…</c> (RFC 9554), and a property of the network's own such as <c>X-SKYPE</c> or <c>X-SIGNAL</c>.
/// </summary>
internal static class VCardHandles
{
    /// <summary>Takes the property's address, if it has one.</summary>
    public static void Add(RowParts row, MappedColumn column, VCardProperty property, string value)
    {
        switch (property.Name)
        {
            case "IMPP" or "X-IMPP":
                AddMessaging(row, column, property, value);
                break;
            case "X-MS-IMADDRESS":
                Take(row, column, HandleCell.Named(value) ?? new HandleCell(SourceValueKind.Handle, value, null));
                break;
            case "X-SOCIALPROFILE" or "SOCIALPROFILE":
                AddProfile(row, column, property, value);
                break;
            default:
                if (Network(property.Name) is { } network)
                    Take(row, column, HandleCell.On(network, value));
                break;
        }
    }

    private static void AddMessaging(RowParts row, MappedColumn column, VCardProperty property, string value)
    {
        if (HandleCell.Named(value) is { Kind: SourceValueKind.Url } url)
        {
            Take(row, column, url);
            return;
        }
        if (value.StartsWith("facetime", StringComparison.OrdinalIgnoreCase) || value.StartsWith("imessage:", StringComparison.OrdinalIgnoreCase))
        {
            Take(row, column, HandleCell.Named(value));
            return;
        }
        var network = NetworkWords.Network(property.Parameter("X-SERVICE-TYPE") ?? property.Parameter("SERVICE-TYPE")) ?? property.Types.Select(NetworkWords.Network).FirstOrDefault(static found => found is not null);
        var scheme = value.IndexOf(':', StringComparison.Ordinal);
        // "x-apple:" says nothing; "aim:", "xmpp:" and the like name the protocol, the service type the network.
        var address = scheme is > 0 and < 16 && !value.Contains("://", StringComparison.Ordinal) && !value.StartsWith("live:", StringComparison.OrdinalIgnoreCase) && !value.StartsWith('@') ? Uri.UnescapeDataString(value[(scheme + 1)..]) : value;
        // aim:goim?screenname=name
        if (address.IndexOf("screenname=", StringComparison.OrdinalIgnoreCase) is >= 0 and var name)
            address = address[(name + "screenname=".Length)..];
        if (network is null && scheme > 0)
            network = NetworkWords.Network(value[..scheme]);
        Take(row, column, network is not null ? HandleCell.On(network, address) : HandleCell.Named(value) ?? new HandleCell(SourceValueKind.Handle, address, null));
    }

    private static void AddProfile(RowParts row, MappedColumn column, VCardProperty property, string value)
    {
        var network = NetworkWords.Network(property.Parameter("SERVICE-TYPE") ?? property.Parameter("X-SERVICE-TYPE")) ?? property.Types.Select(NetworkWords.Network).FirstOrDefault(static found => found is not null);
        var user = property.Parameter("X-USER") ?? property.Parameter("USERNAME");
        if (network is not null && !string.IsNullOrEmpty(user))
            Take(row, column, HandleCell.On(network, user));
        else
            Take(row, column, HandleCell.Named(value) is { Kind: SourceValueKind.Url } url ? url : network is null ? HandleCell.Named(value) : HandleCell.On(network, WithoutScheme(value)));
    }

    private static string WithoutScheme(string value) => value.StartsWith("x-apple:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(value["x-apple:".Length..]) : value;

    // X-SKYPE, X-SKYPE-USERNAME, X-EVOLUTION-SKYPE
    private static string? Network(string name) => !name.StartsWith("X-", StringComparison.Ordinal) ? null
        : NetworkWords.Network(name[2..]) ?? NetworkWords.OfHeader(name[2..], HeaderFold.Words(name[2..].ToLowerInvariant())) ?? NetworkWords.Network(name[(name.LastIndexOf('-') + 1)..]);

    private static void Take(RowParts row, MappedColumn column, HandleCell? found)
    {
        if (found is { } value)
            row.Add(new PendingValue(value.Kind, value.Text, column.Header, value.Kind == SourceValueKind.Phone ? value.Network : null, Network: value.Network));
    }
}
