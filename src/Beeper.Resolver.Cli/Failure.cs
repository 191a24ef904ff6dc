using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli;

/// <summary>What an exception means to the user: an exit code and a sentence.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Message">What happened and what to do.</param>
internal sealed record Failure(int ExitCode, string Message)
{
    /// <summary>Lines that say where, below the message.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Says it on standard error.</summary>
    public void Show(Terminal terminal)
    {
        terminal.Fail(Message);
        foreach (var line in Details)
            terminal.Fail($"  {line}");
    }

    public static Failure Of(Exception error) => error switch
    {
        AddressBookException book => new(Cli.ExitCode.Usage, book.Message) { Details = book.Details },
        UsageException or SandboxFileException => new(Cli.ExitCode.Usage, error.Message),
        SelectorException selector => new(selector.IsAmbiguous ? Cli.ExitCode.AmbiguousSelection : Cli.ExitCode.NothingSelected, error.Message),
        NotReadyException or DesktopUnreachableException => new(Cli.ExitCode.NotReachable, error.Message),
        InvariantException => new(Cli.ExitCode.Broken, error.Message),
        DesktopApiException answered => new(OfAnswer(answered), error.Message),
        StoreException store => new(OfStore(store.Fault), error.Message),
        AggregateException { InnerExceptions: [var only] } => Of(only),
        IOException { InnerException: null } io => new(Cli.ExitCode.Error, $"A file cannot be read or written ({io.GetType().Name}, {io.HResult & 0xFFFF}). Check the disk and the permissions, and run the same command again."),
        // The text of an exception nobody foresaw may quote personal data.
        _ => new(Cli.ExitCode.Error, $"Unexpected error: {error.GetType().Name}. Run again with --verbose to see where, and please report it."),
    };

    private static int OfAnswer(DesktopApiException answered) => answered.Status switch
    {
        401 or 403 => Cli.ExitCode.NotAuthorized,
        429 => Cli.ExitCode.WorkLeft,
        0 or 404 or 408 or >= 500 => Cli.ExitCode.NotReachable,
        _ => Cli.ExitCode.Error,
    };

    private static int OfStore(StoreFault fault) => fault switch
    {
        StoreFault.Locked => Cli.ExitCode.StoreLocked,
        StoreFault.BrokenTransition => Cli.ExitCode.Broken,
        StoreFault.DiskFull or StoreFault.IoError => Cli.ExitCode.Error,
        _ => Cli.ExitCode.StoreUnusable,
    };
}
