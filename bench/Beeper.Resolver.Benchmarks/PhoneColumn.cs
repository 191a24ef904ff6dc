using Beeper.Resolver.Normalization.Phones;
using Beeper.Resolver.Normalization.Phones.Tables;
using Beeper.Resolver.PhoneAgreement;
using PhoneNumbers;

namespace Beeper.Resolver.Benchmarks;

/// <summary>Phone texts as a table's column holds them, and the ways to read all of them that the benchmarks compare.</summary>
internal sealed class PhoneColumn
{
    private readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();
    private readonly PhoneCore _core = new(EmbeddedPhoneTables.Load(), PhoneNumberUtil.GetInstance);
    private readonly string[] _texts;
    private readonly string[] _regionNames;
    private readonly PhoneRegion[] _regions;
    private readonly Utf8Column _bytes;
    private readonly ulong[] _numbers;
    private readonly byte[] _types;

    public PhoneColumn(IReadOnlyList<PhoneRow> rows)
    {
        // Copied one after the other, so that the texts lie in memory as they do after reading a file.
        _texts = [.. rows.Select(static row => new string(row.Text.AsSpan()))];
        _regionNames = [.. rows.Select(static row => row.Region)];
        _regions = [.. rows.Select(static row => PhoneRegion.Of(row.Region))];
        _bytes = new Utf8Column(rows);
        _numbers = new ulong[rows.Count];
        _types = new byte[rows.Count];
    }

    public void ReadWithLibrary(bool wellUsed)
    {
        for (var index = 0; index < _texts.Length; index++)
        {
            try
            {
                var number = _library.Parse(_texts[index], _regionNames[index]);
                _numbers[index] = (ulong)_library.Format(number, PhoneNumberFormat.E164).Length + (!wellUsed && _library.IsValidNumber(number) ? 1ul : 0);
                _types[index] = (byte)_library.GetNumberType(number);
            }
            catch (NumberParseException)
            {
                _numbers[index] = 0;
            }
        }
    }

    public void ReadScalar()
    {
        for (var index = 0; index < _texts.Length; index++)
            Keep(index, _core.ReadScalar(_texts[index], _regions[index]));
    }

    public void Read()
    {
        for (var index = 0; index < _texts.Length; index++)
            Keep(index, _core.Read(_texts[index], _regions[index]));
    }

    public int ReadWithText()
    {
        var length = 0;
        for (var index = 0; index < _texts.Length; index++)
        {
            var phone = _core.Read(_texts[index], _regions[index]);
            Keep(index, phone);
            length += phone.E164?.Length ?? 0;
        }
        return length;
    }

    public void ReadBytes(int from, int to)
    {
        for (var index = from; index < to; index++)
            Keep(index, _core.ReadBytes(_bytes[index], _regions[index]));
    }

    private void Keep(int index, in PhoneResult result)
    {
        _numbers[index] = result.Packed;
        _types[index] = (byte)result.Type;
    }
}
