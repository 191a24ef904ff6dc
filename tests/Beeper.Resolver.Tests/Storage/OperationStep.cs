namespace Beeper.Resolver.Tests.Storage;

/// <summary>The steps of a start.</summary>
internal enum OperationStep
{
    Reopen,
    Claim,
    Release,
    Skip,
    Begin,
    Settle,
    TryAgain,
    Recover,
    LookUp,
    Prove,
    Disprove,
    Doubt,
    Postpone,
    DecideDone,
    DecideAgain,
    DecideSkipped,
}
