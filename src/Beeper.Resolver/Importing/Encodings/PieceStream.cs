namespace Beeper.Resolver.Importing.Encodings;

/// <summary>A text that is made piece by piece and read forward.</summary>
internal abstract class PieceStream : ForwardStream
{
    private byte[] _piece = [];
    private int _given;

    public sealed override int Read(Span<byte> buffer)
    {
        while (_given == _piece.Length)
        {
            if (Next() is not { } piece)
                return 0;
            (_piece, _given) = (piece, 0);
        }
        var count = Math.Min(buffer.Length, _piece.Length - _given);
        _piece.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    /// <summary>The next piece, which may be empty; null at the end.</summary>
    protected abstract byte[]? Next();
}
