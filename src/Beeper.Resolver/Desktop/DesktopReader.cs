using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.Retry;

namespace Beeper.Resolver.Desktop;

/// <summary>Sends reads, again when they fail in passing, and decodes their answers. Starts never come through here.</summary>
internal sealed class DesktopReader
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestAskedDelay = TimeSpan.FromSeconds(120);

    private readonly DesktopTransport _transport;
    private readonly DesktopClientOptions _options;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HttpResponseMessage> _retry;

    public DesktopReader(DesktopTransport transport, DesktopClientOptions options, TimeProvider time)
    {
        _transport = transport;
        _options = options;
        _time = time;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (options.MaxReadAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxReadAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                ShouldHandle = outcome => ValueTask.FromResult(IsPassing(outcome.Outcome) && !(Asked(outcome.Outcome.Result) > LongestAskedDelay)),
                DelayGenerator = outcome => ValueTask.FromResult(Asked(outcome.Outcome.Result)),
            });
        }
        _retry = builder.Build();
    }

    /// <summary>The decoded answer; null for a 404 with <paramref name="orNotFound"/>.</summary>
    /// <exception cref="DesktopApiException">The API answered with an error or with no answer.</exception>
    /// <exception cref="DesktopUnreachableException">Nothing answers.</exception>
    public async Task<T?> ReadAsync<T>(string path, JsonTypeInfo<T> type, bool orNotFound, CancellationToken cancellationToken) where T : class
    {
        using var answer = await SendAsync(path, cancellationToken);
        if (orNotFound && (int)answer.StatusCode == 404)
            return null;
        if (!answer.IsSuccessStatusCode)
            throw await AnswerErrors.ToExceptionAsync(answer, path, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellationToken), type) ?? throw AnswerErrors.Unreadable(path);
        }
        catch (JsonException)
        {
            throw AnswerErrors.Unreadable(path);
        }
    }

    /// <summary>The answer, whatever its status.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await _retry.ExecuteAsync(async token => await SendOnceAsync(path, token), cancellationToken);
        }
        catch (HttpRequestException error)
        {
            throw new DesktopUnreachableException($"Beeper Desktop does not answer at {_transport.BaseUrl}. Start Beeper, or name its address with --base-url.", error);
        }
        catch (TimeoutException error)
        {
            throw new DesktopUnreachableException($"Beeper Desktop at {_transport.BaseUrl} takes longer than {_options.ReadTimeout.TotalSeconds:0} s to answer. Wait until it is idle and run the same command again.", error);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(string path, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.ReadTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await _transport.GetAsync(path, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) => outcome.Exception is not null
        ? outcome.Exception is HttpRequestException { HttpRequestError: not HttpRequestError.ConnectionError } or TimeoutException
        : (int)outcome.Result!.StatusCode is 408 or 429 or >= 500;

    private TimeSpan? Asked(HttpResponseMessage? answer) => answer is null ? null : RetryAfter.Read(answer.Headers, _time.GetUtcNow());
}
