using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Storage;

/// <summary>
/// A second file beside a store that holds its name and how many requests it has sent. A store that counts fewer was restored from a backup or
/// lost its log, which SQLite cannot see, and would send again what is already sent. The file keeps its size, so that a full disk does not
/// stop a run here.
/// </summary>
internal sealed class RollbackMarker : IDisposable
{
    private const int Size = 64;

    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly string _uuid;
    private readonly string _storePath;
    private long _attempts;

    private RollbackMarker(string storePath, FileStream file, string uuid, long attempts)
    {
        (_storePath, _file, _uuid, _attempts) = (storePath, file, uuid, attempts);
    }

    /// <summary>The marker's path.</summary>
    public static string PathOf(string storePath) => storePath + ".mark";

    /// <summary>What the marker of a store says; null where there is none, an empty name where it cannot be read.</summary>
    public static (string Uuid, long Attempts)? Read(string storePath)
    {
        try
        {
            using var file = new FileStream(PathOf(storePath), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // A kill may leave it made and not written.
            return file.Length == 0 ? null : Parse(file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return ("", long.MaxValue);
        }
        catch (IOException error)
        {
            throw StoreException.From(error, PathOf(storePath));
        }
    }

    /// <summary>Refuses a store that is older than its marker, or another one.</summary>
    /// <exception cref="StoreException">It is.</exception>
    public static void Check(string storePath, (string Uuid, long Attempts)? marked, string? uuid, long attempts)
    {
        // A store that never sent anything can be made anew.
        if (marked is not { } mark || (mark.Uuid == uuid && mark.Attempts <= attempts) || (uuid is null && mark.Attempts == 0))
            return;
        throw new StoreException(StoreFault.RolledBack, $"The store {storePath} is older than what was already sent from it, or it is another one: a backup was restored, a file beside it was deleted, or files were mixed up. Nothing was changed in it. Put the right files back, or look everything up anew with: beeper-resolver reconcile --all");
    }

    /// <summary>Opens or makes the marker; it never counts down unless a rollback is accepted.</summary>
    public static RollbackMarker Open(string storePath, string uuid, long attempts, bool acceptRollback)
    {
        var known = Read(storePath);
        try
        {
            var path = PathOf(storePath);
            if (!File.Exists(path))
                StoreFiles.MakeFile(path);
            var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
            var marker = new RollbackMarker(storePath, file, uuid, attempts);
            if (acceptRollback || known is not { } mark || mark.Uuid != uuid || mark.Attempts < attempts)
                marker.Write(durable: true);
            return marker;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreException(StoreFault.ReadOnly, $"The file {PathOf(storePath)} cannot be written. Check its owner and permissions, or name another store with --store.", error);
        }
        catch (IOException error)
        {
            throw StoreException.From(error, PathOf(storePath));
        }
    }

    /// <summary>Counts one more request, after the store has.</summary>
    /// <param name="durable">Whether to wait for the disk: for a request that the other person may see.</param>
    public void Advance(bool durable)
    {
        lock (_gate)
        {
            try
            {
                _file.Seek(0, SeekOrigin.Begin);
                _attempts = Math.Max(_attempts, Parse(_file).Attempts) + 1;
                Write(durable);
            }
            catch (IOException error)
            {
                throw StoreException.From(error, PathOf(_storePath));
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static (string Uuid, long Attempts) Parse(FileStream file)
    {
        var bytes = new byte[Size];
        var parts = Encoding.ASCII.GetString(bytes, 0, file.ReadAtLeast(bytes, Size, throwOnEndOfStream: false)).Split(' ', '\n');
        return parts.Length >= 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) ? (parts[0], attempts) : ("", 0);
    }

    private void Write(bool durable)
    {
        var line = Encoding.ASCII.GetBytes($"{_uuid} {_attempts.ToString("D20", CultureInfo.InvariantCulture)}\n".PadRight(Size));
        _file.Seek(0, SeekOrigin.Begin);
        _file.Write(line);
        if (durable)
            DiskFlush.Of(_file);
    }
}
