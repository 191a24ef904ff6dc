namespace Beeper.Resolver.Normalization;

/// <summary>Another form under which a network may know a number.</summary>
/// <param name="Value">The form, E.164.</param>
/// <param name="Evidence">Stable name of the rule, such as <c>phone.variant.br_ninth_digit</c>.</param>
/// <param name="Reason">Why it exists.</param>
public readonly record struct PhoneVariant(string Value, string Evidence, string Reason);
