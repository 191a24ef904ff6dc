using System.Text;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>The texts of rows as one run of UTF-8 bytes, as a CSV reader has them.</summary>
public sealed class Utf8Column
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;

    public Utf8Column(IReadOnlyList<PhoneRow> rows)
    {
        _bytes = Encoding.UTF8.GetBytes(string.Concat(rows.Select(static row => row.Text)));
        _ends = new int[rows.Count + 1];
        for (var index = 0; index < rows.Count; index++)
            _ends[index + 1] = _ends[index] + Encoding.UTF8.GetByteCount(rows[index].Text);
    }

    /// <summary>The bytes of one text.</summary>
    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_ends[index], _ends[index + 1] - _ends[index]);
}
