using Beeper.Resolver.Importing.Csv;
using Beeper.Resolver.Importing.Encodings;
using Beeper.Resolver.Importing.VCard;

namespace Beeper.Resolver.Importing;

/// <summary>
/// An address book file, read as a stream of rows. Rows read = records + rejections; blank rows, repeated headers and footers are neither. A bad row
/// never stops the file. Not thread-safe.
/// </summary>
public sealed class AddressBook : IDisposable
{
    private const int SampleSize = 1 << 12;

    private readonly RowSource _rows;
    private readonly ImportTally _tally = new();

    private AddressBook(RowSource rows) => _rows = rows;

    /// <summary>How the file was understood. For vCards the version is that of the first card.</summary>
    public AddressBookLayout Layout => _rows.Layout;

    /// <summary>What was found so far; complete once all rows are read.</summary>
    public ImportReport Report => _tally.Report(_rows);

    /// <summary>Opens a file.</summary>
    /// <exception cref="AddressBookException">The file is missing, a directory, empty, not text, or has no usable column.</exception>
    public static AddressBook Open(string path, AddressBookOptions? options = null)
    {
        var name = options?.SourceName ?? Path.GetFileName(path);
        if (Directory.Exists(path))
            throw new AddressBookException("FILE_IS_DIRECTORY", $"{path} is a directory. Name the files in it.");
        if (!File.Exists(path))
            throw new AddressBookException("FILE_MISSING", $"{path} does not exist. Check the path.");
        try
        {
            return Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan), name, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AddressBookException("FILE_UNREADABLE", $"{path} cannot be read. Check its permissions.", error);
        }
    }

    /// <summary>Opens a stream, which the address book owns; one that cannot seek is read into memory.</summary>
    /// <exception cref="AddressBookException">The content is empty, not text, or has no usable column.</exception>
    public static AddressBook Open(Stream stream, string source, AddressBookOptions? options = null)
    {
        options ??= new AddressBookOptions();
        if (!stream.CanSeek)
            stream = Buffer(stream);
        try
        {
            if (stream.Length == 0)
                throw new AddressBookException("FILE_EMPTY", $"{source} is empty. Export the contacts again.");
            if (VCardFile.Recognise(TextSource.Sample(stream, SampleSize)))
                return new AddressBook(VCardFile.Open(stream, source, options));
            ForeignFormat.Refuse(stream, source);
            return new AddressBook(new TableFinder(options, source).Open(TextSource.Open(stream, options.Encoding, source)));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The rows; may be enumerated once.</summary>
    public IEnumerable<AddressBookRow> ReadRows()
    {
        foreach (var row in _rows.Rows())
        {
            _tally.Add(row);
            yield return row;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private static MemoryStream Buffer(Stream stream)
    {
        using (stream)
        {
            var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            buffer.Position = 0;
            return buffer;
        }
    }
}
