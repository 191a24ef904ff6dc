using System.Globalization;

namespace Beeper.Resolver.Storage;

/// <summary>
/// One run at a time per store: a file beside it that the run keeps open for itself alone. The operating system frees it when the process
/// ends, however it ends, so there is nothing to clean up.
/// </summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a store.</summary>
    /// <exception cref="StoreException">Another run holds it, or the file cannot be made.</exception>
    public static RunLock Acquire(string storePath)
    {
        var path = storePath + ".lock";
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            var file = new FileStream(path, options);
            file.SetLength(0);
            using (var writer = new StreamWriter(file, leaveOpen: true))
                writer.Write(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new RunLock(file);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreException(StoreFault.ReadOnly, $"The lock {path} cannot be written. Check the permissions of its directory, or name another store with --store.", error);
        }
        catch (IOException error)
        {
            throw new StoreException(StoreFault.Locked, $"Another run holds the store {storePath}. Wait for it to end and run the same command again.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
