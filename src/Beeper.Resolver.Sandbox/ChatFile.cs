using System.Text.Json;

namespace Beeper.Resolver.Sandbox;

/// <summary>
/// The file that remembers the chats a sandbox made: one JSON line per change, only ever appended to. A line ends with its line feed; what
/// follows the last one was cut by a kill while it was written, belongs to no answered request and is taken off before the next line.
/// </summary>
internal sealed class ChatFile(string path)
{
    private const byte LineEnd = (byte)'\n';

    /// <summary>The chats as last written, in the order of the lines; a chat that changed comes more than once.</summary>
    /// <exception cref="SandboxFileException">A whole line is not a chat, or the file cannot be read.</exception>
    public IEnumerable<ChatRecord> Read()
    {
        if (!File.Exists(path))
            yield break;
        CutTornLine();
        var number = 0;
        foreach (var line in File.ReadLines(path))
            yield return SandboxFile.Parse<ChatRecord>($"{path}, record {++number}", line, "a chat");
    }

    /// <summary>Writes a chat as one line.</summary>
    public void Append(ChatRecord chat)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(chat, JsonSerializerOptions.Web), LineEnd]);
    }

    private void CutTornLine()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            var end = file.Length;
            while (end > 0)
            {
                file.Position = end - 1;
                if (file.ReadByte() == LineEnd)
                    break;
                end--;
            }
            file.SetLength(end);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SandboxFileException($"{path} cannot be read and written. Check the path and its permissions.", error);
        }
    }
}
