namespace Beeper.Resolver.EndToEndTests;

public sealed class PlaceholderTests
{
    [Fact]
    public void The_sandbox_takes_a_free_port_by_default() => Assert.Equal(0, new Sandbox.SandboxOptions().Port);
}
