namespace Beeper.Resolver.Normalization;

/// <summary>What an e-mail text gave: the address, or the problem's code.</summary>
/// <param name="Address">The form to send to: local part as written, domain in lower-case ASCII; null when there is a problem.</param>
/// <param name="Problem">An <c>EMAIL_</c> code, or null.</param>
public readonly record struct EmailParse(string? Address, string? Problem);
