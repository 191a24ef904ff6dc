using Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>What the runtime calls before the tool's own code where <c>DOTNET_STARTUP_HOOKS</c> names this assembly; its name and place are the runtime's.</summary>
#pragma warning disable MA0047, CA1050 // The runtime looks for it outside any namespace.
internal static class StartupHook
#pragma warning restore MA0047, CA1050
{
    public static void Initialize()
    {
        if (LooseRun.Run())
            Environment.Exit(0);
    }
}
