using Beeper.Resolver.Importing;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Tests.Importing;

public sealed class AddressBookImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("beeper-resolver-import").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Too_many_damaged_rows_leave_the_store_as_it_was()
    {
        using var store = ResolutionStore.Open(Path.Combine(_folder, "store.db"));
        var import = new AddressBookImport(store, new NormalizationOptions());
        import.Import(Write(20, damaged: 0));
        var error = Assert.Throws<AddressBookException>(() => import.Import(Write(20, damaged: 2)));
        Assert.Equal("IMPORT_TOO_MANY_REJECTS", error.Code);
        Assert.Equal(20, store.Sources.Find("book.csv")!.Imported);
    }

    [Fact]
    public void One_damaged_row_never_refuses_a_file_and_a_number_of_rows_may_be_allowed()
    {
        using var store = ResolutionStore.Open(Path.Combine(_folder, "store.db"));
        var result = new AddressBookImport(store, new NormalizationOptions()).Import(Write(10, damaged: 1));
        Assert.Equal((9, 1, 1), (result.Report!.Records, result.Report.Rejected, result.Report.Damaged));
        Assert.Equal(8, new AddressBookImport(store, new NormalizationOptions(), new AddressBookOptions { MaxRejects = RejectLimit.Parse("2") }).Import(Write(10, damaged: 2)).Report!.Records);
        Assert.Throws<AddressBookException>(() => new AddressBookImport(store, new NormalizationOptions(), new AddressBookOptions { MaxRejects = RejectLimit.Parse("0") }).Import(Write(10, damaged: 1)));
    }

    [Fact]
    public void A_file_of_which_no_row_can_be_used_replaces_nothing()
    {
        using var store = ResolutionStore.Open(Path.Combine(_folder, "store.db"));
        var import = new AddressBookImport(store, new NormalizationOptions());
        import.Import(Write(3, damaged: 0));
        Assert.Equal("IMPORT_NO_RECORDS", Assert.Throws<AddressBookException>(() => import.Import(Write(1, damaged: 1))).Code);
        Assert.Equal(3, store.Sources.Find("book.csv")!.Imported);
    }

    [Theory]
    [InlineData("5%", 1, 10, false)]
    [InlineData("5%", 2, 10, true)]
    [InlineData("5%", 5, 100, false)]
    [InlineData("5%", 6, 100, true)]
    [InlineData("0", 1, 100, true)]
    [InlineData("20", 20, 21, false)]
    public void A_limit_is_a_number_or_a_share_that_allows_one_row(string limit, int damaged, int rows, bool exceeded) =>
        Assert.Equal(exceeded, RejectLimit.Parse(limit).IsExceeded(damaged, rows));

    [Theory]
    [InlineData("many")]
    [InlineData("101%")]
    [InlineData("-1")]
    public void A_limit_of_another_form_is_refused(string text) => Assert.Equal("LIMIT_UNKNOWN", Assert.Throws<AddressBookException>(() => RejectLimit.Parse(text)).Code);

    [Fact]
    public void A_report_counts_labels_networks_and_reasons()
    {
        using var book = Books.Open("First Name,Phone 1 - Label,Phone 1 - Value,E-mail 1 - Label,E-mail 1 - Value,Telegram\nA,Mobile,+12125550141,Work,a@example.com,@ada_l\nB,Home,+12125550142 ::: +12125550143,,,\nC,Mobile,01-Sep,,,\n,,,,,\n");
        Assert.Equal(3, book.ReadRows().Count());
        var report = book.Report;
        Assert.Equal([new WordCount("home", 2), new WordCount("mobile", 1)], report.Phones);
        Assert.Equal([new WordCount("work", 1)], report.Emails);
        Assert.Equal([new WordCount("telegram", 1)], report.Handles);
        Assert.Equal([new WordCount("PHONE_DATE", 1)], report.Problems);
        Assert.Equal((3, 0, 1), (report.Records, report.Rejected, report.NamesOnly));
    }

    private string Write(int rows, int damaged)
    {
        var path = Path.Combine(_folder, "book.csv");
        File.WriteAllLines(path, ["Name,Phone", .. Enumerable.Range(0, rows).Select(n => n < damaged ? $"\"Bad {n},+121255501{n:00}" : $"Person {n},+121255501{n:00}")]);
        return path;
    }
}
