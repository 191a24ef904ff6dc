namespace Beeper.Resolver.Cli;

/// <summary>What the tool's exit codes mean. The list may grow; a code nobody knows is a failure.</summary>
internal static class ExitCode
{
    /// <summary>Finished; contacts that were not found or are held are normal.</summary>
    public const int Finished = 0;

    /// <summary>An unexpected error.</summary>
    public const int Error = 1;

    /// <summary>The command line, or a file named on it, cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>The token is missing, wrong or lacks a scope.</summary>
    public const int NotAuthorized = 3;

    /// <summary>Beeper does not answer, or an account is not ready.</summary>
    public const int NotReachable = 4;

    /// <summary>A selector matches nothing.</summary>
    public const int NothingSelected = 5;

    /// <summary>A selector matches more than one.</summary>
    public const int AmbiguousSelection = 6;

    /// <summary>Finished, but some contacts failed or are of unknown outcome.</summary>
    public const int SomeFailed = 7;

    /// <summary>With <c>--fail-on</c>: there are some.</summary>
    public const int FailedOn = 8;

    /// <summary>Stopped at a limit or budget; work is left.</summary>
    public const int WorkLeft = 9;

    /// <summary>Another run holds the store.</summary>
    public const int StoreLocked = 10;

    /// <summary>The store cannot be used.</summary>
    public const int StoreUnusable = 11;

    /// <summary>An invariant of the tool is broken: a defect.</summary>
    public const int Broken = 70;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;

    /// <summary>Asked to end.</summary>
    public const int Terminated = 143;

    /// <summary>The codes in one paragraph, for the help text.</summary>
    public const string Summary =
        "0 finished · 1 unexpected error · 2 usage · 3 not authorised · 4 Beeper not reachable or account not ready · 5 a selector matches nothing · 6 a selector is ambiguous · "
        + "7 finished, some contacts failed or are unknown · 8 --fail-on · 9 stopped at a limit, work is left · 10 another run holds the store · 11 store unusable · 70 defect · 130/143 signal";
}
