namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>A given name and the nicknames its bearers go by.</summary>
internal sealed record GivenName(NamePart Name, NamePart[] Nicknames);
