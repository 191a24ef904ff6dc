using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Sandbox;

/// <summary>How the embedded server runs.</summary>
public sealed record SandboxOptions
{
    /// <summary>TCP port on the loopback interface; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The accounts and people; wins over <see cref="PopulationFile"/>. Default: nobody.</summary>
    public Population? Population { get; init; }

    /// <summary>A population file, or null.</summary>
    public string? PopulationFile { get; init; }

    /// <summary>The dialect spoken. Default: the newest.</summary>
    public SandboxDialect Dialect { get; init; } = SandboxDialect.Start;

    /// <summary>The fault rules; they win over <see cref="FaultsFile"/>. Default: none.</summary>
    public IReadOnlyList<FaultRule>? Faults { get; init; }

    /// <summary>A file of fault rules, or null.</summary>
    public string? FaultsFile { get; init; }

    /// <summary>A file to which every request is appended as a JSON line, or null.</summary>
    public string? JournalFile { get; init; }

    /// <summary>A file that remembers chats and messages for the next server; null keeps them in memory.</summary>
    public string? StateFile { get; init; }

    /// <summary>Listen on ::1 instead of 127.0.0.1. Default false.</summary>
    public bool OnIPv6 { get; init; }

    /// <summary>The token with both scopes; null makes a random one.</summary>
    public string? Token { get; init; }

    /// <summary>Status of validation errors: 422 (the default) or 400.</summary>
    public int ValidationStatus { get; init; } = 422;

    /// <summary>Status of a start whose identifier resolves nobody: 404 (the default), 400, 422, 500 or 502.</summary>
    public int NotFoundStatus { get; init; } = 404;

    /// <summary>The app version reported; null takes the dialect's.</summary>
    public string? AppVersion { get; init; }

    /// <exception cref="ArgumentException">A value the server cannot run with.</exception>
    internal void Validate()
    {
        if (Token is { } token && string.IsNullOrWhiteSpace(token))
            throw new ArgumentException("The sandbox's token is empty. Leave it out for a random one.");
        if (ValidationStatus is not (400 or 422))
            throw new ArgumentException($"Validation errors are answered with 400 or 422, not {ValidationStatus}.");
        if (NotFoundStatus is not (400 or 404 or 422 or 500 or 502))
            throw new ArgumentException($"An identifier that resolves nobody is answered with 400, 404, 422, 500 or 502, not {NotFoundStatus}.");
    }

    internal string Version => AppVersion ?? Dialect switch { SandboxDialect.Create => "4.2.500", SandboxDialect.Mode => "4.2.600", _ => "4.3.73" };
}
