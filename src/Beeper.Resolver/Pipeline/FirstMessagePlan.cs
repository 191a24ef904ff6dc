namespace Beeper.Resolver.Pipeline;

/// <summary>The first messages that would be sent, for preview and confirmation.</summary>
/// <param name="Messages">At most so many are sent; chats that hold a message of the owner are left out while sending.</param>
/// <param name="AlreadyEntered">Contacts or chats whose first message was sent, dropped or is unsettled.</param>
/// <param name="WithoutName">Contacts for which the template has no value.</param>
/// <param name="OverLimit">Contacts left for a later run by the limit.</param>
public sealed record FirstMessagePlan(IReadOnlyList<FirstMessage> Messages, int AlreadyEntered, int WithoutName, int OverLimit);
