using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Beeper.Resolver.Sandbox;

/// <summary>
/// Who may ask what. A page in a browser must not reach the server by a name that points here (DNS rebinding) or from another origin; all but
/// <c>/v1/info</c> needs a token, and writing needs the write scope.
/// </summary>
internal sealed class Gate(string token, string readOnlyToken)
{
    private readonly byte[] _token = Encoding.UTF8.GetBytes(token);
    private readonly byte[] _readOnlyToken = Encoding.UTF8.GetBytes(readOnlyToken);

    /// <exception cref="ApiError">The request is refused.</exception>
    public void Check(HttpContext context)
    {
        CheckHost(context.Request, context.Connection.LocalPort);
        CheckOrigin(context.Request);
        if (context.Request.Path == "/v1/info" && HttpMethods.IsGet(context.Request.Method))
            return;
        var given = context.Request.Headers.Authorization.ToString();
        var bearer = Encoding.UTF8.GetBytes(given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? given["Bearer ".Length..].Trim() : "");
        var writes = CryptographicOperations.FixedTimeEquals(bearer, _token);
        if (!writes && !CryptographicOperations.FixedTimeEquals(bearer, _readOnlyToken))
            throw new ApiError(401, "unauthorized", "Unauthorized: Invalid or missing token");
        if (!writes && !HttpMethods.IsGet(context.Request.Method))
            throw new ApiError(403, "FORBIDDEN", "The token lacks the write scope");
    }

    private static void CheckHost(HttpRequest request, int port)
    {
        if (request.Host.Host.ToLowerInvariant() is not ("127.0.0.1" or "localhost" or "[::1]") || (request.Host.Port ?? 80) != port)
            throw new ApiError(421, "MISDIRECTED", "This server answers on its loopback address only");
    }

    private static void CheckOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if ((origin.Length > 0 && !origin.Equals($"http://{request.Host}", StringComparison.OrdinalIgnoreCase)) || site is "cross-site" or "same-site")
            throw new ApiError(403, "FORBIDDEN", "Requests from other origins are refused");
    }
}
