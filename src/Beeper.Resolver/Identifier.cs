namespace Beeper.Resolver;

/// <summary>
/// A normalised identifier of a person. Only the normalisers make one, so an <see cref="Identifier"/> in hand is in its normal form.
/// </summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">The normal form: E.164 with plus, e-mail with lower-case ASCII domain, handle without <c>@</c>, or a network's user ID.</param>
/// <param name="Network">The network the source tied it to (canonical key such as <c>telegram</c>), or null where it may serve any network.</param>
public readonly record struct Identifier(IdentifierKind Kind, string Value, string? Network = null);
