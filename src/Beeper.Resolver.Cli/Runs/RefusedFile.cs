using Beeper.Resolver.Importing;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>A file of several that was not imported.</summary>
/// <param name="Path">The file.</param>
/// <param name="Why">What is wrong with it and what to do.</param>
internal sealed record RefusedFile(string Path, AddressBookException Why);
