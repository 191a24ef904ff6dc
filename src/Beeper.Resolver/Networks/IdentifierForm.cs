using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Beeper.Resolver.Networks;

/// <summary>Checks identifiers against the forms a network takes, before anything is sent.</summary>
internal static class IdentifierForm
{
    // A pattern may come from a user's file, so none may run for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // By the string's identity: a catalogue holds one string per form, and hashing a pattern costs more than many a match.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the network's bridge takes the identifier as it is written.</summary>
    public static bool IsTaken(Identifier identifier, NetworkProfile profile) =>
        !profile.Forms.TryGetValue(identifier.Kind, out var pattern) || Pattern(pattern).IsMatch(identifier.Value);

    /// <summary>The compiled pattern of a form; it has to match the whole value.</summary>
    /// <exception cref="ArgumentException">The text is no regular expression.</exception>
    public static Regex Pattern(string form) =>
        Patterns.GetOrAdd(form, static text => new Regex($@"\A(?:{text})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience));
}
