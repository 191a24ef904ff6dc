namespace Beeper.Resolver.EndToEndTests.Sdk;

/// <summary>The tests that share the installed clients.</summary>
[CollectionDefinition(nameof(SdkTests))]
public sealed class SdkTests : ICollectionFixture<InstalledSdks>;
