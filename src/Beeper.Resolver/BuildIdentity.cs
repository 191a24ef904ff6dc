namespace Beeper.Resolver;

/// <summary>
/// What this build of the library is: another one for every change of its code, its data files or the packages it was built against. What
/// was worked out by another build is worked out again, so that nobody has to remember to raise a number.
/// </summary>
internal static class BuildIdentity
{
    public static string Value { get; } = typeof(BuildIdentity).Assembly.ManifestModule.ModuleVersionId.ToString("N");
}
