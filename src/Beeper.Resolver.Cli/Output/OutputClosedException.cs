namespace Beeper.Resolver.Cli.Output;

/// <summary>The reader of the output is gone, or its disk is full: there is nobody left to tell.</summary>
internal sealed class OutputClosedException(Exception innerException) : Exception("The output is closed.", innerException);
