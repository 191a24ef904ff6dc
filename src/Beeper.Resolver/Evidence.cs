namespace Beeper.Resolver;

/// <summary>One named contribution to a score, a hold or a skip.</summary>
/// <param name="Id">Stable dotted ID such as <c>phone.type.mobile</c>; holds start with <c>hold.</c>, skips with <c>skip.</c></param>
/// <param name="Weight">Log2 odds added to the score; 0 for holds and skips.</param>
/// <param name="Text">The reason in words, without personal data.</param>
public sealed record Evidence(string Id, double Weight, string Text);
