using System.Globalization;

namespace Beeper.Resolver.Storage;

/// <summary>
/// One run at a time per store: a file beside it that the run keeps open for itself alone. The operating system frees it when the process
/// ends, however it ends, so there is nothing to clean up.
/// </summary>
public sealed class RunLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _file;

    private RunLock(string storePath, FileStream file) => (StorePath, _file) = (storePath, file);

    /// <summary>The store it belongs to.</summary>
    public string StorePath { get; }

    /// <summary>Takes the lock of a store.</summary>
    /// <exception cref="StoreException">Another run holds it, or the file cannot be made.</exception>
    public static RunLock Acquire(string storePath)
    {
        var path = storePath + ".lock";
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        FileStream? file = null;
        try
        {
            file = new FileStream(path, options);
            WriteOwner(storePath);
            return new RunLock(storePath, file);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreException(StoreFault.ReadOnly, $"The lock {path} cannot be written. Check the permissions of its directory, or name another store with --store.", error);
        }
        catch (IOException error) when (file is null && IsHeld(error))
        {
            throw new StoreException(StoreFault.Locked, $"Another run{Owner(storePath)} holds the store {storePath}. Wait for it to end and run the same command again, or add --wait.", error);
        }
        catch (IOException error)
        {
            file?.Dispose();
            throw StoreException.From(error, path);
        }
    }

    /// <summary>Takes the lock of a store, waiting for another run to end.</summary>
    /// <exception cref="StoreException">The file cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public static async Task<RunLock> AcquireAsync(string storePath, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return Acquire(storePath);
            }
            catch (StoreException error) when (error.Fault == StoreFault.Locked)
            {
                await Task.Delay(Patience, time, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK of Linux and macOS, the sharing violation of Windows.
    private static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 11 or 35 or 32;

    // The locked file cannot be read by others, so who holds it stands in one beside it. Only a courtesy: the lock itself says whether.
    private static void WriteOwner(string storePath)
    {
        try
        {
            var path = OwnerPath(storePath);
            if (!File.Exists(path))
                StoreFiles.MakeFile(path);
            File.WriteAllText(path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Without it the other run is only not named.
        }
    }

    private static string OwnerPath(string storePath) => storePath + ".owner";

    private static string Owner(string storePath)
    {
        try
        {
            return int.TryParse(File.ReadAllText(OwnerPath(storePath)), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? $" (process {process.ToString(CultureInfo.InvariantCulture)})" : "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
