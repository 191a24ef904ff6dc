using System.Globalization;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Reads a metadata pattern. Anything outside the known subset is an error, so that a new construct cannot be misread.</summary>
internal sealed class PatternParser
{
    private const int AnyDigit = 0x3FF;

    private readonly string _text;
    private int _position;
    private int _groups;

    private PatternParser(string text) => _text = text;

    /// <summary>The pattern's tree.</summary>
    /// <param name="text">The pattern as the metadata gives it.</param>
    /// <param name="groups">How many capturing groups it has.</param>
    /// <exception cref="NotSupportedException">The pattern uses a construct that is not known here.</exception>
    public static PatternNode Parse(string text, out int groups)
    {
        var parser = new PatternParser(text);
        var node = parser.ReadChoice();
        if (parser._position != text.Length)
            throw parser.Unknown();
        groups = parser._groups;
        return node;
    }

    private PatternNode ReadChoice()
    {
        var options = new List<PatternNode> { ReadSequence() };
        while (Peek() == '|')
        {
            _position++;
            options.Add(ReadSequence());
        }
        return options.Count == 1 ? options[0] : new PatternNode.Choice(options);
    }

    private PatternNode ReadSequence()
    {
        var parts = new List<PatternNode>();
        while (Peek() is not ('\0' or '|' or ')'))
            parts.Add(ReadRepeat(ReadAtom()));
        return parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts);
    }

    private PatternNode ReadRepeat(PatternNode part)
    {
        while (true)
        {
            if (Peek() == '?')
            {
                _position++;
                part = new PatternNode.Repeat(part, 0, 1);
            }
            else if (Peek() == '{')
            {
                var end = _text.IndexOf('}', _position);
                var bounds = _text[(_position + 1)..end].Split(',');
                var fewest = int.Parse(bounds[0], CultureInfo.InvariantCulture);
                part = new PatternNode.Repeat(part, fewest, bounds.Length == 1 ? fewest : int.Parse(bounds[1], CultureInfo.InvariantCulture));
                _position = end + 1;
            }
            else
            {
                return part;
            }
        }
    }

    private PatternNode ReadAtom()
    {
        var c = _text[_position++];
        return c switch
        {
            >= '0' and <= '9' => new PatternNode.Digit(1 << (c - '0')),
            '[' => new PatternNode.Digit(ReadClass()),
            '(' => ReadGroup(),
            '$' => new PatternNode.End(),
            // libphonenumber's test metadata uses a tilde for a prefix that no number has.
            '~' => new PatternNode.Digit(0),
            '\\' when Peek() == 'd' => AnyDigitAtom(),
            _ => throw Unknown(),
        };
    }

    private PatternNode.Digit AnyDigitAtom()
    {
        _position++;
        return new PatternNode.Digit(AnyDigit);
    }

    private int ReadClass()
    {
        var choices = 0;
        while (Peek() != ']')
        {
            var first = ReadDigit();
            var last = first;
            if (Peek() == '-')
            {
                _position++;
                last = ReadDigit();
            }
            for (var digit = first; digit <= last; digit++)
                choices |= 1 << digit;
        }
        _position++;
        return choices;
    }

    private int ReadDigit() => char.IsAsciiDigit(Peek()) ? _text[_position++] - '0' : throw Unknown();

    private PatternNode ReadGroup()
    {
        var number = 0;
        if (Peek() != '?')
            number = ++_groups;
        else if (_text.AsSpan(_position).StartsWith("?:", StringComparison.Ordinal))
            _position += 2;
        else
            throw Unknown();
        var part = ReadChoice();
        if (Peek() != ')')
            throw Unknown();
        _position++;
        return number == 0 ? part : new PatternNode.Group(number, part);
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private NotSupportedException Unknown() => new($"The metadata pattern \"{_text}\" uses a construct that is not known at position {_position}.");
}
