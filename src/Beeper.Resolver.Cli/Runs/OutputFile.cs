namespace Beeper.Resolver.Cli.Runs;

/// <summary>Writes a file whole or not at all, readable by its owner only.</summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">The file is there already, or cannot be written.</exception>
    public static void Write(string path, MemoryStream content, bool force)
    {
        if (Directory.Exists(path))
            throw new UsageException($"{path} is a directory. Name a file.");
        if (File.Exists(path) && !force)
            throw new UsageException($"{path} is there already. Name another file, or add --force to replace it.");
        var whole = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(whole, options))
            {
                content.Position = 0;
                content.CopyTo(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(whole, path, overwrite: force);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(whole);
            throw new UsageException($"{path} cannot be written. Check the directory and its permissions.", error);
        }
    }
}
