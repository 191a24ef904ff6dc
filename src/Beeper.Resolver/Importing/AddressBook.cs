using System.Text;
using CsvHelper;

namespace Beeper.Resolver.Importing;

/// <summary>
/// An address book file, read as a stream of rows. Rows read = records + rejections; blank rows are neither. A bad row never stops the file.
/// Not thread-safe.
/// </summary>
public sealed class AddressBook : IDisposable
{
    private const int MostPreambleRows = 20;

    private readonly CsvReader _csv;
    private readonly RowMapper _mapper;
    private readonly string _source;

    private AddressBook(CsvReader csv, AddressBookLayout layout, string source)
    {
        _csv = csv;
        _source = source;
        _mapper = new RowMapper(layout.Columns, source);
        Layout = layout;
    }

    /// <summary>How the file was understood.</summary>
    public AddressBookLayout Layout { get; }

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
            return Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan), name, options);
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
            ForeignFormat.Refuse(stream, source);
            var encoding = options.Encoding ?? TextEncoding.Detect(stream, source);
            var csv = CsvReader.Create(stream, Options(options, encoding));
            return new AddressBook(csv, FindLayout(csv, encoding, source), source);
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
        var record = 0;
        while (Next() is { } more)
        {
            if (more is false)
                yield break;
            if (IsBlank())
                continue;
            yield return _mapper.Map(_csv, ++record);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private bool? Next()
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvFormatException error)
        {
            throw new AddressBookException("ROW_TOO_LARGE", $"{_source}: a row is larger than can be a contact; a quote is probably not closed in or before line {_csv.LineNumber}. Mend it and import again.", error);
        }
    }

    private bool IsBlank()
    {
        for (var index = 0; index < _csv.FieldCount; index++)
        {
            if (!_csv.GetSpan(index).Trim(" \t\u00A0\r\n"u8).IsEmpty)
                return false;
        }
        return true;
    }

    private static AddressBookLayout FindLayout(CsvReader csv, Encoding encoding, string source)
    {
        for (var row = 0; row < MostPreambleRows && csv.Read(); row++)
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index).Trim('\uFEFF', ' ')).ToList();
            if (HeaderMatcher.Score(cells) < Math.Min(2, cells.Count))
                continue;
            return new AddressBookLayout(FormatName.Of(cells), encoding.WebName, csv.Separator, (int)csv.LineNumber, HeaderMatcher.Match(cells));
        }
        throw new AddressBookException("FILE_NO_COLUMNS", $"{source} has no column that names a person, phone or e-mail address. Give it a header row such as name,phone,email.");
    }

    private static CsvReaderOptions Options(AddressBookOptions options, Encoding encoding) => new()
    {
        HasHeader = false,
        Separator = options.Separator,
        DetectSeparatorHint = true,
        Encoding = encoding is UTF8Encoding ? null : encoding,
        MaxRecordSize = options.MaxRecordSize,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    private static MemoryStream Buffer(Stream stream)
    {
        using (stream)
        {
            var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            return buffer;
        }
    }
}
