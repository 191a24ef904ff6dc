namespace Beeper.Resolver.Importing.Encodings;

/// <summary>Files of well-known programs that are no text, by their first bytes, and what to do with each.</summary>
internal static class Binary
{
    /// <summary>Throws for a file of another kind.</summary>
    public static void Refuse(ReadOnlySpan<byte> start, string source)
    {
        if (start.StartsWith("PK\x03\x04"u8))
            throw new AddressBookException("FILE_IS_ARCHIVE", $"{source} is an Excel workbook or a ZIP archive. Save the sheet as CSV (UTF-8), or unpack the archive and import the file in it.");
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new AddressBookException("FILE_IS_WORKBOOK", $"{source} is an old Excel workbook. Save the sheet as CSV (UTF-8) and import that file.");
        if (start.StartsWith("SQLite format 3"u8))
            throw new AddressBookException("FILE_IS_DATABASE", $"{source} is a database, not an export. Export the contacts as CSV or vCard from the program that made it.");
        if (start.StartsWith("%PDF"u8))
            throw new AddressBookException("FILE_IS_PDF", $"{source} is a PDF document. Export the contacts as CSV or vCard instead.");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || start.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) || start.StartsWith("Rar!"u8))
            throw new AddressBookException("FILE_IS_ARCHIVE", $"{source} is packed. Unpack it and import the file in it.");
        if (start.StartsWith("!BDN"u8))
            throw new AddressBookException("FILE_IS_OUTLOOK_DATA", $"{source} is an Outlook data file (PST). In Outlook, export the contacts folder as comma separated values.");
    }
}
