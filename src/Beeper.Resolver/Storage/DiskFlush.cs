using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Beeper.Resolver.Storage;

/// <summary>
/// Waits until a file is on disk. On Linux it asks the operating system itself, since .NET 10 does not tell of a disk that fails then
/// (measured: an injected EIO or ENOSPC of fsync is not thrown).
/// </summary>
internal static partial class DiskFlush
{
    private const int Interrupted = 4;

    // File systems without anything to flush.
    private const int Invalid = 22;

    /// <exception cref="IOException">The disk failed.</exception>
    public static void Of(FileStream file)
    {
        if (!OperatingSystem.IsLinux())
        {
            file.Flush(flushToDisk: true);
            return;
        }
        file.Flush();
        while (Fsync(file.SafeFileHandle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == Invalid)
                return;
            if (error != Interrupted)
                throw new IOException("The disk failed.", error);
        }
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(SafeFileHandle file);
}
