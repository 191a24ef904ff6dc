using Beeper.Resolver.Normalization;
using Beeper.Resolver.Normalization.Phones;
using Beeper.Resolver.Normalization.Phones.Tables;

namespace Beeper.Resolver.Tests.Normalization.Phones;

public sealed class PhoneTablesTests
{
    private const int MostBytes = 1_000_000;

    [Fact]
    public void Stored_tables_are_those_of_the_referenced_package()
    {
        // After an update of libphonenumber-csharp: dotnet run -c Release --project bench/Beeper.Resolver.PhoneAgreement -- --write src/Beeper.Resolver/Normalization/Phones/phone-tables.bin
        var rebuilt = PhoneTableBlob.Write(PhoneTablesBuilder.Build(PhoneLibrary.Instance, EmbeddedPhoneTables.LibraryVersion));
        Assert.True(rebuilt.AsSpan().SequenceEqual(Stored()));
        Assert.InRange(rebuilt.Length, 1, MostBytes);
    }

    [Fact]
    public void Tables_of_the_loaded_version_are_used()
    {
        Assert.True(PhoneNormalizer.HasTables);
    }

    [Fact]
    public void Tables_of_another_version_are_refused_and_the_library_answers()
    {
        var tables = EmbeddedPhoneTables.Read(EmbeddedPhoneTables.Open(), "0.0.0.0");
        Assert.Null(tables);
        var asked = 0;
        var core = new PhoneCore(tables, () =>
        {
            asked++;
            return PhoneLibrary.Instance;
        });
        Assert.Equal("+442079460958", core.Read("020 7946 0958", PhoneRegion.Of("GB")).E164);
        Assert.Equal(1, asked);
        Assert.Equal("US", core.MainRegion(1).Name);
    }

    [Fact]
    public void Regions_are_those_of_the_library()
    {
        Assert.Equal(PhoneLibrary.Instance.GetSupportedRegions().Order(StringComparer.Ordinal), PhoneRegions.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Something_else_than_tables_is_refused()
    {
        Assert.Null(EmbeddedPhoneTables.Read(new MemoryStream(new byte[10]), EmbeddedPhoneTables.LibraryVersion));
        Assert.Null(EmbeddedPhoneTables.Read(new MemoryStream(new byte[1000]), EmbeddedPhoneTables.LibraryVersion));
        Assert.Null(EmbeddedPhoneTables.Read(null, EmbeddedPhoneTables.LibraryVersion));
    }

    [Fact]
    public void One_changed_node_is_noticed()
    {
        var image = PhoneTablesBuilder.Build(PhoneLibrary.Instance, EmbeddedPhoneTables.LibraryVersion);
        var root = Array.Find(image.CallingCodes, static code => code.Code == 44).Root;
        var seven = image.Next(root, 7);
        var nodes = (ushort[])image.Nodes.Clone();
        var row = nodes.AsSpan(seven * NodePool.Width, 10);
        Assert.NotEqual(row[0], row[7]);
        (row[0], row[7]) = (row[7], row[0]);
        var broken = new PhoneCore(PhoneTables.Of(image with { Nodes = nodes }), static () => PhoneLibrary.Instance);
        Assert.NotNull(PhoneLibrary.Difference(broken, "07700 900123", "GB"));
        Assert.Null(PhoneLibrary.Difference("07700 900123", "GB"));
    }

    [Fact]
    public void Tail_with_a_digit_less_answers_as_before()
    {
        var image = PhoneTablesBuilder.Build(PhoneLibrary.Instance, EmbeddedPhoneTables.LibraryVersion);
        for (var tail = 0; tail < image.Tails.Length; tail++)
        {
            var next = image.Next(image.InnerNodes + tail, 5);
            for (var remaining = 1; remaining <= NodeTail.Longest; remaining++)
                Assert.Equal(image.ResultAt(image.InnerNodes + tail, remaining), image.ResultAt(next, remaining - 1));
        }
    }

    [Theory]
    [InlineData("a*")]
    [InlineData("(?=1)2")]
    [InlineData("1.2")]
    [InlineData("(12")]
    public void Pattern_with_an_unknown_construct_stops_the_build(string pattern)
    {
        Assert.Throws<NotSupportedException>(() => PatternParser.Parse(pattern, out _));
    }

    private static byte[] Stored()
    {
        using var stream = EmbeddedPhoneTables.Open()!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
