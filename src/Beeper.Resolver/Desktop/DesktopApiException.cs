namespace Beeper.Resolver.Desktop;

/// <summary>A read that the API answered with an error, or with something that is no answer. The message holds no personal data.</summary>
/// <param name="status">HTTP status; 0 when the answer could not be read.</param>
/// <param name="code">The API's code, or one of ours.</param>
/// <param name="message">What happened and what to do.</param>
public sealed class DesktopApiException(int status, string code, string message) : Exception(message)
{
    /// <summary>HTTP status; 0 when the answer could not be read.</summary>
    public int Status { get; } = status;

    /// <summary>The API's code in its own spelling, or one of ours in lower case.</summary>
    public string Code { get; } = code;

    /// <summary>Whether the token is missing, wrong or lacks a scope.</summary>
    public bool IsAuthorization => Status is 401 or 403;
}
