using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Tests.Pipeline;

public sealed class LookupGateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_open_the_gate_up_to_sixteen()
    {
        var gate = new LookupGate();
        for (var round = 0; round < 20; round++)
            await RoundAsync(gate, isAnswered: true);
        Assert.Equal(16, gate.Limit);
    }

    [Fact]
    public async Task Failures_close_the_gate_down_to_one()
    {
        var gate = new LookupGate();
        for (var round = 0; round < 40; round++)
            await RoundAsync(gate, isAnswered: false);
        Assert.Equal(1, gate.Limit);
        await gate.EnterAsync(Token);
        Assert.False(gate.EnterAsync(Token).IsCompleted);
    }

    [Fact]
    public async Task An_idle_gate_does_not_open()
    {
        var gate = new LookupGate();
        for (var round = 0; round < 20; round++)
        {
            await gate.EnterAsync(Token);
            gate.Leave(isAnswered: true);
        }
        Assert.Equal(4, gate.Limit);
    }

    [Fact]
    public async Task Who_waits_longest_is_let_in_first_and_who_gives_up_leaves_the_place_free()
    {
        var gate = new LookupGate();
        for (var place = 0; place < 4; place++)
            await gate.EnterAsync(Token);
        using var impatience = new CancellationTokenSource();
        var gaveUp = gate.EnterAsync(impatience.Token);
        var waiting = gate.EnterAsync(Token);
        await impatience.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => gaveUp);
        Assert.False(waiting.IsCompleted);
        gate.Leave(isAnswered: false);
        gate.Leave(isAnswered: false);
        await waiting.WaitAsync(Token);
    }

    private static async Task RoundAsync(LookupGate gate, bool isAnswered)
    {
        var places = gate.Limit;
        for (var place = 0; place < places; place++)
            await gate.EnterAsync(Token);
        for (var place = 0; place < places; place++)
            gate.Leave(isAnswered);
    }
}
