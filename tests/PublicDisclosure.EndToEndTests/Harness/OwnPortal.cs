namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>A site of a class's own, for journeys that move the clock or count what all the others do too.</summary>
public sealed class OwnPortal : IAsyncLifetime
{
    /// <summary>The site with its browser.</summary>
    public Portal Portal { get; } = new();

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => Portal.InitializeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
