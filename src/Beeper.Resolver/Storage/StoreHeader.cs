using System.Buffers.Binary;

namespace Beeper.Resolver.Storage;

/// <summary>
/// Looks at the first bytes of a file before SQLite does, so that what is no store, a newer one or half of one is refused without a write.
/// Layout: sqlite.org/fileformat2.html, section 1.3.
/// </summary>
internal static class StoreHeader
{
    /// <summary>Marks a SQLite file as one of ours.</summary>
    public const int ApplicationId = 0x42525356;

    private const int Size = 100;

    /// <summary>Checks a file.</summary>
    /// <returns>Whether it holds anything; an empty file becomes a new store.</returns>
    /// <exception cref="StoreException">It is not a store, is newer, or is cut off.</exception>
    public static bool Check(string path)
    {
        var header = new byte[Size];
        long length;
        int read;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            length = file.Length;
            read = file.ReadAtLeast(header, Size, throwOnEndOfStream: false);
        }
        // A kill while a store was made can leave nothing but an empty log beside it.
        if (length == 0)
            return false;
        if (read < Size || !header.AsSpan(0, 16).SequenceEqual("SQLite format 3\0"u8))
            throw new StoreException(StoreFault.Foreign, $"{path} is not a store of beeper-resolver. Nothing was changed in it. Name another file with --store.");
        if (Number(header, 68) != ApplicationId)
            throw new StoreException(StoreFault.Foreign, $"{path} is a database of another program. Nothing was changed in it. Name another file with --store.");
        if (Number(header, 60) > StoreSchema.Version)
            throw StoreException.Newer(path, Number(header, 60));
        // Only the making of a store has a journal: a power cut then leaves half a page, which SQLite takes back from it.
        if (new FileInfo(path + "-journal") is { Exists: true, Length: > 0 })
            return false;
        if (!HasLog(path) && IsCut(header, length))
            throw new StoreException(StoreFault.Corrupt, $"The store {path} is cut off: part of the file is missing. Nothing was changed in it. Restore a backup, or save what is readable with: beeper-resolver store salvage NEW-FILE --store {path}");
        return true;
    }

    /// <summary>Whether changes stand in the log beside the file: its last run did not end, or has not ended yet.</summary>
    public static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    private static bool IsCut(byte[] header, long length)
    {
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16)) is var size && size == 1 ? 65536 : size;
        var isCurrent = Number(header, 24) == Number(header, 92);
        return length % pageSize != 0 || (isCurrent && (long)(uint)Number(header, 28) * pageSize > length);
    }

    private static int Number(byte[] header, int at) => BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(at));
}
