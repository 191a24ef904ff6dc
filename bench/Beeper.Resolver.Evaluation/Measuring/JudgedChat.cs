namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>A chat the run gave to a contact, or would start for it.</summary>
/// <param name="IsStart">Whether a start made it; otherwise it was found in a listing.</param>
/// <param name="IsRight">Whether it is with the person the contact is.</param>
/// <param name="Score">The score, 0 to 100.</param>
internal readonly record struct JudgedChat(bool IsStart, bool IsRight, double Score);
