using System.Text;
using Beeper.Resolver.Importing;

namespace Beeper.Resolver.Tests.Importing;

/// <summary>Address books from text, for tests.</summary>
internal static class Books
{
    public static List<AddressBookRow> Read(string text, AddressBookOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static List<AddressBookRow> Read(byte[] bytes, AddressBookOptions? options = null)
    {
        using var book = Open(bytes, options);
        return [.. book.ReadRows()];
    }

    public static AddressBook Open(string text, AddressBookOptions? options = null) => Open(Encoding.UTF8.GetBytes(text), options);

    public static AddressBook Open(byte[] bytes, AddressBookOptions? options = null) => AddressBook.Open(new MemoryStream(bytes), "book.csv", options);

    public static SourceRecord One(string text, AddressBookOptions? options = null) => Assert.Single(Read(text, options)).Record ?? throw new InvalidOperationException("The row was rejected.");

    public static string Code(string text, AddressBookOptions? options = null) => Assert.Throws<AddressBookException>(() => Open(text, options).Dispose()).Code;

    /// <summary>A code page's encoding.</summary>
    public static Encoding Page(string name) => AddressBookOptions.FindEncoding(name);

    /// <summary>The values as <c>phone mobile@whatsapp/GB:text</c>.</summary>
    public static string[] Values(SourceRecord record) => [.. record.Values.Select(static value =>
        $"{value.Kind.ToString().ToLowerInvariant()}{(value.Label is null ? "" : $" {value.Label}")}{(value.Primary ? "*" : "")}{(value.Network is null ? "" : $"@{value.Network}")}{(value.Region is null ? "" : $"/{value.Region}")}:{value.Text}")];
}
