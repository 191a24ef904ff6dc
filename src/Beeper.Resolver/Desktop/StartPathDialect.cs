using System.Text.Json;
using Beeper.Resolver.Desktop.Wire;

namespace Beeper.Resolver.Desktop;

/// <summary><c>POST /v1/chats/start</c>, apps from 4.2.808.</summary>
internal sealed class StartPathDialect(StartSender sender) : StartDialect
{
    public override StartDialectKind Kind => StartDialectKind.Start;

    public override string Endpoint => "POST /v1/chats/start";

    public override Task<StartResult> StartAsync(StartRequest request, CancellationToken cancellationToken) =>
        sender.SendAsync("v1/chats/start", JsonSerializer.SerializeToUtf8Bytes(new WireStart
        {
            AccountId = request.AccountId,
            User = WirePayload.Of(request.User),
            AllowInvite = request.AllowInvite,
            MessageText = request.MessageText,
        }, WireJson.Default.WireStart), request.AccountId, "single", cancellationToken);

    // The route is not there: no envelope, or a framework that takes "start" for a chat ID and misses the method.
    public override bool IsForeignTo(StartResult result) => result.Error?.Status is 404 or 405 && !result.HasEnvelope;
}
