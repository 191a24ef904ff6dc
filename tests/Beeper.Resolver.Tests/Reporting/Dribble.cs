namespace Beeper.Resolver.Tests.Reporting;

/// <summary>A pipe whose writer is slow: it cannot seek and gives at most so many bytes at a time.</summary>
internal sealed class Dribble(byte[] bytes, int most) : Stream
{
    private int _at;

    public Action BeforeRead { get; init; } = static () => { };

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        BeforeRead();
        var given = Math.Min(Math.Min(count, most), bytes.Length - _at);
        bytes.AsSpan(_at, given).CopyTo(buffer.AsSpan(offset));
        _at += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
