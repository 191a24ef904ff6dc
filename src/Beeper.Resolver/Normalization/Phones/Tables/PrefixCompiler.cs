namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Turns a prefix rule into a <see cref="PrefixProgram"/>.</summary>
internal sealed class PrefixCompiler
{
    private readonly List<PrefixStep> _steps = [];

    private PrefixCompiler()
    {
    }

    /// <summary>The program of a rule.</summary>
    /// <param name="pattern">The metadata's international prefix or national prefix for parsing.</param>
    public static PrefixProgram Compile(string pattern)
    {
        var tree = PatternParser.Parse(pattern, out var groups);
        if (2 * (groups + 1) > PrefixProgram.MostMarks)
            throw new NotSupportedException($"The prefix rule \"{pattern}\" has {groups} groups; at most {PrefixProgram.MostMarks / 2 - 1} are expected.");
        var compiler = new PrefixCompiler();
        compiler.Emit(new PatternNode.Group(0, tree));
        compiler._steps.Add(new PrefixStep(PrefixOperation.Done));
        return new PrefixProgram([.. compiler._steps], groups);
    }

    private ushort Here => checked((ushort)_steps.Count);

    private void Emit(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Digit digit:
                _steps.Add(new PrefixStep(PrefixOperation.Digit, (ushort)digit.Choices));
                break;
            case PatternNode.End:
                _steps.Add(new PrefixStep(PrefixOperation.AtEnd));
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Emit(part);
                break;
            case PatternNode.Group group:
                _steps.Add(new PrefixStep(PrefixOperation.Mark, (ushort)(2 * group.Number)));
                Emit(group.Part);
                _steps.Add(new PrefixStep(PrefixOperation.Mark, (ushort)(2 * group.Number + 1)));
                break;
            case PatternNode.Choice choice:
                EmitChoice(choice);
                break;
            case PatternNode.Repeat repeat:
                EmitRepeat(repeat);
                break;
        }
    }

    private void EmitChoice(PatternNode.Choice choice)
    {
        var jumps = new List<int>();
        foreach (var option in choice.Options.SkipLast(1))
        {
            var attempt = Reserve();
            Emit(option);
            jumps.Add(Reserve());
            _steps[attempt] = new PrefixStep(PrefixOperation.Try, (ushort)(attempt + 1), Here);
        }
        Emit(choice.Options[^1]);
        foreach (var jump in jumps)
            _steps[jump] = new PrefixStep(PrefixOperation.Jump, Here);
    }

    private void EmitRepeat(PatternNode.Repeat repeat)
    {
        for (var count = 0; count < repeat.Fewest; count++)
            Emit(repeat.Part);
        var attempts = new List<int>();
        for (var count = repeat.Fewest; count < repeat.Most; count++)
        {
            attempts.Add(Reserve());
            Emit(repeat.Part);
        }
        foreach (var attempt in attempts)
            _steps[attempt] = new PrefixStep(PrefixOperation.Try, (ushort)(attempt + 1), Here);
    }

    private int Reserve()
    {
        _steps.Add(default);
        return _steps.Count - 1;
    }
}
