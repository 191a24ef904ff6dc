namespace Beeper.Resolver.Desktop;

/// <summary>One form in which app versions know a start.</summary>
internal abstract class StartDialect
{
    /// <summary>Which form.</summary>
    public abstract StartDialectKind Kind { get; }

    /// <summary>Method and route, as the attempts log names it.</summary>
    public abstract string Endpoint { get; }

    /// <summary>Sends one start.</summary>
    public abstract Task<StartResult> StartAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Whether an answer shows that the app does not speak this form, so that nothing can have happened.</summary>
    public abstract bool IsForeignTo(StartResult result);
}
