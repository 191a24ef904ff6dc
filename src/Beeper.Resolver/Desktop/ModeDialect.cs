using System.Text.Json;
using Beeper.Resolver.Desktop.Wire;

namespace Beeper.Resolver.Desktop;

/// <summary><c>POST /v1/chats</c> with <c>mode=start</c>, apps 4.2.557 to 4.2.807.</summary>
internal sealed class ModeDialect(StartSender sender) : StartDialect
{
    public override StartDialectKind Kind => StartDialectKind.Mode;

    public override string Endpoint => "POST /v1/chats mode=start";

    public override Task<StartResult> StartAsync(StartRequest request, CancellationToken cancellationToken) =>
        sender.SendAsync("v1/chats", JsonSerializer.SerializeToUtf8Bytes(new WireStart
        {
            AccountId = request.AccountId,
            Mode = "start",
            User = WirePayload.Of(request.User),
            AllowInvite = request.AllowInvite,
            MessageText = request.MessageText,
        }, WireJson.Default.WireStart), request.AccountId, "single", cancellationToken);

    // An app that only knows create misses what create needs.
    public override bool IsForeignTo(StartResult result) =>
        result.Kind == StartResultKind.Rejected && result.Error?.Status is 400 or 422
        && (result.Names.Contains("participantIDs", StringComparison.Ordinal) || result.Names.Contains("\"type\"", StringComparison.Ordinal));
}
