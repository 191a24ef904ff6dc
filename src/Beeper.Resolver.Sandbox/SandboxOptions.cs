namespace Beeper.Resolver.Sandbox;

/// <summary>How the embedded server runs.</summary>
public sealed record SandboxOptions
{
    /// <summary>TCP port on the loopback interface; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }
}
