using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>Takes apart the cells that need more than their text: several values in one, labels of networks, addresses of other kinds, damage.</summary>
internal static class ValueCells
{
    public static void AddPhones(RowParts row, MappedColumn column, string cell, LabelCell label)
    {
        foreach (var text in ValueSplitter.Phones(cell))
        {
            var (plain, own) = PhoneText.Of(text);
            var with = own is null ? label : label with { Label = own, Network = NetworkWords.Network(own) ?? label.Network };
            if (HandleCell.IsJid(text))
                AddOnNetwork(row, column, text, with, "whatsapp");
            else if (with.Network is null or "imessage" && CellShape.IsEmail(text))
                row.Add(new PendingValue(SourceValueKind.Email, EmailText.Of(text), column.Header, label.Label, label.Primary, label.Network));
            else if (with.Network is { } network)
                AddOnNetwork(row, column, plain, with, network);
            else if (PhoneCell.Read(plain, out var number) is { } problem)
                row.AddProblem(problem, column.Header, column.Index + 1, text);
            else
                row.Add(new PendingValue(SourceValueKind.Phone, number, column.Header, with.Label, label.Primary));
        }
    }

    // A cell of a network's column holds a number, the address of a profile, or where people have one a handle.
    private static void AddOnNetwork(RowParts row, MappedColumn column, string text, LabelCell label, string network)
    {
        var found = HandleCell.On(network, text);
        if (found is not { Kind: SourceValueKind.Phone } && PhoneCell.Read(text, out _) is { } problem && (found is null || problem != "PHONE_NOT_A_NUMBER"))
            row.AddProblem(problem, column.Header, column.Index + 1, text);
        else if (found is { } value)
            row.Add(new PendingValue(value.Kind, value.Text, column.Header, value.Kind == SourceValueKind.Phone ? label.Label : null, label.Primary, value.Network));
    }

    public static void AddEmails(RowParts row, MappedColumn column, string cell, LabelCell label, string? type, string? displayName)
    {
        if (type?.Trim() is "EX" || cell.StartsWith("/o=", StringComparison.OrdinalIgnoreCase))
        {
            row.AddProblem("EMAIL_X500", column.Header, column.Index + 1, cell);
            if (InBrackets(displayName) is { } address)
                row.Add(new PendingValue(SourceValueKind.Email, address, column.Header, label.Label, label.Primary));
            return;
        }
        foreach (var text in ValueSplitter.Emails(cell))
        {
            if (PhoneCell.IsPlaceholder(text))
                row.AddProblem("EMAIL_PLACEHOLDER", column.Header, column.Index + 1, text);
            else if (CellShape.IsPhone(text))
                row.Add(new PendingValue(SourceValueKind.Phone, text, column.Header, label.Label, label.Primary));
            else
                row.Add(new PendingValue(SourceValueKind.Email, EmailText.Of(text), column.Header, EmailText.LabelIn(text) ?? label.Label, label.Primary));
            row.NameOtherwise(EmailText.NameIn(text));
        }
    }

    public static void AddHandles(RowParts row, MappedColumn column, string cell, string network)
    {
        foreach (var text in ValueSplitter.Handles(cell))
            Add(row, column, HandleCell.On(network, text));
    }

    /// <summary>Addresses and networks that stand in the same order in two cells.</summary>
    public static void AddServiceHandles(RowParts row, MappedColumn column, string cell, string? services)
    {
        var names = services?.Split(":::", StringSplitOptions.TrimEntries) ?? [];
        var texts = cell.Split(":::", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var index = 0; index < texts.Length; index++)
        {
            var name = names.Length == 0 ? null : names[Math.Min(index, names.Length - 1)];
            Add(row, column, NetworkWords.Network(name) is { } network ? HandleCell.On(network, texts[index]) : HandleCell.Named(texts[index]) ?? new HandleCell(SourceValueKind.Handle, texts[index], null));
        }
    }

    /// <summary>A field of the owner's making: read when it is called after a network or holds an address that names one.</summary>
    public static void AddCustom(RowParts row, MappedColumn column, string cell, string? label)
    {
        foreach (var text in cell.Split(":::", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Add(row, column, NetworkWords.Network(label?.TrimStart('*')) is { } network ? HandleCell.On(network, text) : HandleCell.Named(text));
    }

    public static void AddMessaging(RowParts row, MappedColumn column, string cell)
    {
        foreach (var text in ValueSplitter.Handles(cell))
            Add(row, column, HandleCell.Named(text) ?? new HandleCell(SourceValueKind.Handle, text, column.Network));
    }

    /// <summary>Lines that name a network and an address on it.</summary>
    public static void AddFreeText(RowParts row, MappedColumn column, string cell)
    {
        foreach (var line in cell.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (HandleCell.Named(line) is { } found && (column.Field != AddressField.Notes || found.Network is not null))
                Add(row, column, found);
        }
    }

    public static void AddUrls(RowParts row, MappedColumn column, string cell)
    {
        // Google escapes the colon.
        foreach (var text in ValueSplitter.Urls(cell.Replace("\\:", ":", StringComparison.Ordinal)))
        {
            if (HandleCell.Named(text) is { } found)
                Add(row, column, found);
        }
    }

    private static void Add(RowParts row, MappedColumn column, HandleCell? found)
    {
        if (found is { } value)
            row.Add(new PendingValue(value.Kind, value.Text, column.Header, value.Kind == SourceValueKind.Phone ? value.Network ?? column.Label : column.Label, Network: value.Network));
    }

    // Outlook's display names: Marcus Albrecht (marcus@example.com)
    private static string? InBrackets(string? displayName)
    {
        var open = displayName?.LastIndexOfAny(['(', '<', '[']) ?? -1;
        return open >= 0 && displayName![(open + 1)..].TrimEnd(' ', ')', '>', ']') is var address && CellShape.IsEmail(address) ? address : null;
    }
}
