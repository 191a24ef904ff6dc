namespace Beeper.Resolver.PhoneAgreement;

/// <summary>One text to read.</summary>
/// <param name="Region">The region of numbers without calling code.</param>
/// <param name="Text">The text.</param>
/// <param name="Shape">What kind of row it is.</param>
public readonly record struct PhoneRow(string Region, string Text, string Shape = "");
