namespace Beeper.Resolver.Storage;

/// <summary>Copies a store into a new file that only its owner reads, while the store may be in use.</summary>
internal static class StoreBackup
{
    /// <exception cref="StoreException">The file exists, or cannot be written.</exception>
    public static void Write(StoreConnection store, string path)
    {
        try
        {
            // Made here first: SQLite would make it readable by all.
            StoreFiles.MakeFile(path);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new StoreException(StoreFault.BadPath, $"{path} exists already and is not overwritten. Name another file.", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreException(StoreFault.ReadOnly, $"{path} cannot be written. Check the permissions of its directory, or name another file.", error);
        }
        catch (IOException error)
        {
            throw new StoreException(StoreFault.BadPath, $"{path} cannot be made. Check that its directory is there, or name another file.", error);
        }
        try
        {
            store.Execute("vacuum into @path", new { path });
            StoreFiles.Flush(path);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
