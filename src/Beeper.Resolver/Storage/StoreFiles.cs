namespace Beeper.Resolver.Storage;

/// <summary>Makes the store's files before SQLite does, readable by their owner only: SQLite's side files take over the mode.</summary>
internal static class StoreFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes the directory (0700) and an empty file (0600) where they are missing.</summary>
    public static void Prepare(string path)
    {
        if (Directory.Exists(path))
            throw new StoreException(StoreFault.BadPath, $"{path} is a directory. Name a file with --store.");
        try
        {
            var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (!Directory.Exists(directory))
                MakeDirectory(directory);
            if (!File.Exists(path))
                MakeFile(path);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NotWritable(path, error);
        }
        catch (IOException error)
        {
            throw new StoreException(StoreFault.BadPath, $"The store {path} cannot be made. Check the path, or name another with --store.", error);
        }
    }

    /// <summary>Closes a store that others could read. Only for a file that is known as a store: another program's is not touched.</summary>
    public static void CloseToOthers(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & Others) != UnixFileMode.None)
                File.SetUnixFileMode(path, mode & ~Others);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NotWritable(path, error);
        }
    }

    /// <summary>Makes an empty file that only its owner reads.</summary>
    public static void MakeFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        new FileStream(path, options).Dispose();
    }

    /// <summary>Waits until a file is on disk.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        DiskFlush.Of(file);
    }

    /// <summary>Makes a directory, and those above it, that only their owner enters.</summary>
    public static void MakeDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static StoreException NotWritable(string path, Exception error) =>
        new(StoreFault.ReadOnly, $"The store {path} cannot be written. Check its owner and permissions, or name another with --store.", error);
}
