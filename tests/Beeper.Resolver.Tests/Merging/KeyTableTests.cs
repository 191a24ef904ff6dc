using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Tests.Merging;

public sealed class KeyTableTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(20_000)]
    [InlineData(100_000)]
    public void Groups_are_those_a_dictionary_finds(int count)
    {
        var keys = Keys(count);
        var found = new List<(ulong Key, int[] Records)>();
        KeyTable.Build(count, (record, list) => list.AddRange(keys[record])).Groups(int.MaxValue, (_, key, group) =>
        {
            lock (found)
                found.Add((key, group.ToArray()));
        });
        var expected = Enumerable.Range(0, count).SelectMany(record => keys[record].Distinct().Where(static key => key != 0).Select(key => (key, record)))
            .GroupBy(static one => one.key, static one => one.record).Where(static group => group.Count() > 1).ToDictionary(static group => group.Key, static group => group.ToArray());
        Assert.Equal(expected.Count, found.Count);
        Assert.All(found, group => Assert.Equal(expected[group.Key], group.Records));
    }

    [Fact]
    public void Entries_of_a_key_are_counted_with_repetitions()
    {
        var table = KeyTable.Build(3, static (record, list) => list.AddRange(record == 1 ? [7UL << 56, 7UL << 56] : [7UL << 56]));
        Assert.Equal(4, table.Count(7UL << 56));
        Assert.Equal(0, table.Count(8UL << 56));
    }

    [Fact]
    public void Short_keys_read_back_as_the_bits_they_show()
    {
        var random = new Random(5);
        for (var round = 0; round < 1_000; round++)
        {
            var hash = (ulong)random.NextInt64();
            Assert.True(ShortKey.TryParse(ShortKey.Text(hash), out var bits));
            Assert.Equal(ShortKey.Of(hash), bits);
        }
        Assert.False(ShortKey.TryParse("somebody's", out _));
    }

    // Keys that differ in their last bits only, one that very many records have, repetitions, and records with none.
    private static ulong[][] Keys(int count)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(record => (record % 5) switch
        {
            0 => (ulong[])[],
            1 => [StableHash.Mix((ulong)random.Next(count / 3)), 42],
            2 => [(0xABCDEFUL << 40) | (uint)random.Next(50), (0xABCDEFUL << 40) | (uint)random.Next(50)],
            3 => [0, StableHash.Mix((ulong)random.Next(count / 3))],
            _ => [StableHash.Mix((ulong)record), StableHash.Mix((ulong)record)],
        })];
    }
}
