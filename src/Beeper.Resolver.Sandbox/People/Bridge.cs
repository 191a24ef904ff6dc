namespace Beeper.Resolver.Sandbox.People;

/// <summary>The bridge of an account.</summary>
/// <param name="Id">ID, such as <c>local-whatsapp</c>.</param>
/// <param name="Type">Machine key of the network, such as <c>whatsapp</c>.</param>
/// <param name="Provider"><c>cloud</c>, <c>self-hosted</c>, <c>local</c> or <c>platform-sdk</c>.</param>
public sealed record Bridge(string Id, string Type, string Provider);
