namespace Observe.Package.Tests;

/// <summary>One package is made for all tests.</summary>
[CollectionDefinition(nameof(PackedPackage))]
public sealed class PackageTests : ICollectionFixture<PackedPackage>;
