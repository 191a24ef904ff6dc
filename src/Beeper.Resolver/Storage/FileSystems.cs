namespace Beeper.Resolver.Storage;

/// <summary>File systems on which SQLite's locks and shared memory do not hold between machines (sqlite.org/wal.html).</summary>
internal static class FileSystems
{
    private static readonly string[] OfNetworks = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "afpfs", "ncp", "ncpfs", "coda", "ceph", "lustre", "gfs2", "webdav", "davfs"];

    /// <summary>The file system that holds a path, as the operating system names it; empty where it does not tell.</summary>
    public static string Of(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).DriveFormat;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }

    /// <summary>Bytes free to the user on the disk of a path.</summary>
    public static long FreeSpace(string path) => new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;

    /// <summary>Whether a file system is one of a network.</summary>
    public static bool IsOfNetwork(string name) => OfNetworks.Contains(name, StringComparer.OrdinalIgnoreCase);
}
