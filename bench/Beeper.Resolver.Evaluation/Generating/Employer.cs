namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>A company with one switchboard and one shared mailbox.</summary>
internal sealed record Employer(string Name, string Domain, string Region, string Switchboard)
{
    public string SharedMailbox => $"info@{Domain}";
}
