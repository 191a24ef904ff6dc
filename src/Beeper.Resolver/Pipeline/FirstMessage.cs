namespace Beeper.Resolver.Pipeline;

/// <summary>A first message as it is planned.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Account">The account.</param>
/// <param name="ChatId">The chat it goes into.</param>
/// <param name="Text">Its text.</param>
public sealed record FirstMessage(Contact Contact, Account Account, string ChatId, string Text)
{
    /// <summary>Says nothing of the person or the text.</summary>
    public override string ToString() => $"first message to contact {Contact.Key} on {Account.Id}";
}
