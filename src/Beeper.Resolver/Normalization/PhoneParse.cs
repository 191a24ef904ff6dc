namespace Beeper.Resolver.Normalization;

/// <summary>What a phone number's text gave: the number, or the problem's code.</summary>
/// <param name="E164">The number with plus, without extension; null when there is a problem.</param>
/// <param name="Region">Its region, or null when unknown.</param>
/// <param name="Valid">Whether it lies in an assigned range.</param>
/// <param name="Type">The kind of line.</param>
/// <param name="International">Whether the text carried the country code.</param>
/// <param name="Problem">A <c>PHONE_</c> code, or null.</param>
public readonly record struct PhoneParse(string? E164, string? Region, bool Valid, PhoneType Type, bool International, string? Problem);
