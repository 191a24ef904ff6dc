using System.Security.Cryptography;

namespace Beeper.Resolver.Cli.Connections;

/// <summary>The embedded server's token in a file, so that other programs can be started with it.</summary>
internal static class SandboxToken
{
    /// <summary>The token of a file; where the file is missing it is made, readable by its owner only.</summary>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static string ReadOrMake(string path)
    {
        try
        {
            if (File.Exists(path))
                return File.ReadAllText(path).Trim() is { Length: > 0 } known ? known : throw new UsageException($"The token file {path} is empty. Remove it to have one made.");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            using var writer = new StreamWriter(new FileStream(path, options));
            writer.WriteLine(token);
            return token;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The token file {path} cannot be read or made. Check the path and its permissions.", error);
        }
    }
}
