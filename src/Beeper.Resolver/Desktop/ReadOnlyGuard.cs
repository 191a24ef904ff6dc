namespace Beeper.Resolver.Desktop;

/// <summary>Refuses every request that is not a GET below all callers, so that a dry run cannot send anything.</summary>
internal sealed class ReadOnlyGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Get
            ? base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException($"A run that only reads tried to send {request.Method}.");
}
