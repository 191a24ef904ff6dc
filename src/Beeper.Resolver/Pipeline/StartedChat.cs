using Beeper.Resolver.Desktop;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Who the chat that came back is with, where the app's older dialects answer a start with its ID only: the chat is read once, so that a
/// redirect is seen there too.
/// </summary>
internal static class StartedChat
{
    /// <summary>The answer with its participants; unchanged where it has them, is no success, or the chat cannot be read.</summary>
    public static async Task<StartResult> WithParticipantsAsync(DesktopClient desktop, StartResult answer, CancellationToken cancellationToken)
    {
        if (answer.Kind != StartResultKind.Started || answer.Participants.Count > 0)
            return answer;
        try
        {
            return await desktop.GetChatAsync(answer.ChatId!, maxParticipants: -1, cancellationToken) is { } chat ? answer with { Participants = chat.Direct.Participants } : answer;
        }
        catch (Exception error) when (error is DesktopApiException or DesktopUnreachableException or OperationCanceledException)
        {
            return answer;
        }
    }
}
