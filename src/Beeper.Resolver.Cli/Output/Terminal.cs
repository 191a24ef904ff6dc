using System.Text;
using Beeper.Resolver.Cli.Settings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Beeper.Resolver.Cli.Output;

/// <summary>
/// The only place that writes to the console. Results go to standard output, everything else to standard error. Texts that hold data are
/// passed through <see cref="VisibleText"/> by the callers that build tables, and here for whole lines.
/// </summary>
internal sealed class Terminal
{
    private const int WidthWithoutTerminal = 150;

    private readonly bool _outIsTerminal;
    private readonly bool _errorIsTerminal;
    private readonly Func<string?> _ask;
    private IAnsiConsole? _outConsole;
    private IAnsiConsole? _errorConsole;
    private bool _quiet;
    private bool _colors;

    public Terminal(TextWriter output, TextWriter error, bool outIsTerminal, bool errorIsTerminal, Stream input, Func<string?> ask)
    {
        Out = output;
        Error = error;
        Input = input;
        _outIsTerminal = outIsTerminal;
        _errorIsTerminal = errorIsTerminal;
        _ask = ask;
    }

    /// <summary>Standard output.</summary>
    public TextWriter Out { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard input.</summary>
    public Stream Input { get; }

    /// <summary>Standard output as bytes, for filters; nothing else may be written then.</summary>
    public Stream OutStream => Out is StreamWriter writer ? writer.BaseStream : new WriterStream(Out);

    /// <summary>Whether a person watches standard output.</summary>
    public bool IsWatched => _outIsTerminal;

    /// <summary>Whether a moving progress bar can be shown.</summary>
    public bool CanAnimate => _errorIsTerminal && !_quiet;

    /// <summary>Whether notes are wanted.</summary>
    public bool IsQuiet => _quiet;

    /// <summary>Whether details are wanted.</summary>
    public bool IsVerbose { get; private set; }

    /// <summary>A console over standard error, for the progress bar.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole ??= Console(Error, _errorIsTerminal);

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
#pragma warning disable RS0030 // The one place that may touch the console.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            new StreamWriter(System.Console.OpenStandardOutput(), encoding, 1 << 14),
            new StreamWriter(System.Console.OpenStandardError(), encoding, 256) { AutoFlush = true },
            !System.Console.IsOutputRedirected,
            !System.Console.IsErrorRedirected,
            System.Console.OpenStandardInput(),
            () => System.Console.IsInputRedirected ? null : System.Console.ReadLine());
#pragma warning restore RS0030
    }

    /// <summary>Takes over what the command line says of output.</summary>
    public void Configure(bool quiet, bool verbose, bool noColor, ToolEnvironment environment)
    {
        _quiet = quiet;
        IsVerbose = verbose;
        _colors = !noColor && string.IsNullOrEmpty(environment.Variable("NO_COLOR")) && environment.Variable("TERM") is not "dumb";
        _outConsole = null;
        _errorConsole = null;
    }

    /// <summary>A line of the result, written as it is: machine output, or a text without data.</summary>
    public void Line(string text = "")
    {
        try
        {
            Out.WriteLine(text);
        }
        catch (IOException error)
        {
            throw new OutputClosedException(error);
        }
    }

    /// <summary>A table or other figure of the result.</summary>
    public void Show(IRenderable figure)
    {
        try
        {
            (_outConsole ??= Console(Out, _outIsTerminal)).Write(figure);
        }
        catch (IOException error)
        {
            throw new OutputClosedException(error);
        }
    }

    /// <summary>Columns of standard output's terminal, or of a page where there is none.</summary>
    public int Width => (_outConsole ??= Console(Out, _outIsTerminal)).Profile.Width;

    /// <summary>A remark for the person at the terminal; not shown with <c>--quiet</c>.</summary>
    public void Note(string text)
    {
        if (!_quiet)
            Tell(VisibleText.Of(text));
    }

    /// <summary>What went wrong.</summary>
    public void Fail(string text, bool multiline = false)
    {
        Flush();
        Tell(multiline ? text : VisibleText.Of(text));
    }

    /// <summary>Asks a yes-or-no question; no where nobody is there to answer.</summary>
    public bool Confirm(string question)
    {
        Flush();
        Error.Write($"{question} [y/N] ");
        var answer = _ask()?.Trim();
        if (answer is null)
            Error.WriteLine();
        return answer is not null && answer.StartsWith("y", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Hands on what is buffered.</summary>
    public void Flush()
    {
        try
        {
            Out.Flush();
        }
        catch (IOException error)
        {
            throw new OutputClosedException(error);
        }
    }

    // A terminal that was closed has nobody to tell; a signal's handler must not die of it.
    private void Tell(string text)
    {
        try
        {
            Error.WriteLine(text);
        }
        catch (IOException)
        {
            return;
        }
    }

    private IAnsiConsole Console(TextWriter writer, bool isTerminal)
    {
#pragma warning disable RS0030 // The one place that may touch the console.
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && _colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
#pragma warning restore RS0030
        if (!isTerminal)
            console.Profile.Width = WidthWithoutTerminal;
        return console;
    }
}
