using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace PublicDisclosure.TestKit;

/// <summary>
/// Data of a database test: <c>[Theory, EveryEngine] public async Task Method_Situation_Result(Engine engine)</c>. An engine
/// that is not at hand shows as skipped with the reason, never as passed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([Row(Engine.Sqlite, null), Row(Engine.SqlServer, SqlServerStore.WhyAbsent)]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow<Engine> Row(Engine engine, string? skip) => new(engine) { Skip = skip };
}
