using System.Reflection;

namespace PublicDisclosure.Core.Tests.Guards;

/// <summary>
/// A banned symbol that is misspelt bans nothing, silently. Every line must name something that exists, and the rules the
/// house stands on must be there.
/// </summary>
public sealed class BannedSymbolsTests
{
    private const string Everywhere = "BannedSymbols.txt";
    private const string Web = "src/PublicDisclosure.Web/BannedSymbols.Web.txt";

    [Theory]
    [InlineData(Everywhere, "P:System.DateTime.Now")]
    [InlineData(Everywhere, "P:System.DateTime.UtcNow")]
    [InlineData(Everywhere, "P:System.DateTime.Today")]
    [InlineData(Everywhere, "P:System.DateTimeOffset.UtcNow")]
    [InlineData(Everywhere, "P:System.TimeProvider.System")]
    [InlineData(Everywhere, "N:System.Transactions")]
    [InlineData(Web, "M:Microsoft.EntityFrameworkCore.DbContext.SaveChanges")]
    [InlineData(Web, "M:Microsoft.EntityFrameworkCore.DbContext.SaveChangesAsync(System.Threading.CancellationToken)")]
    [InlineData(Web, "T:Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute")]
    [InlineData(Web, "M:Microsoft.AspNetCore.Mvc.Rendering.IHtmlHelper.Raw(System.String)")]
    public void File_HasTheRule(string file, string symbol) => Assert.Contains(symbol, Symbols(Repository.Read(file)));

    [Fact]
    public void Projects_ReadTheFiles()
    {
        Assert.Contains("BannedSymbols.txt", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("BannedApiAnalyzers", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.Web.txt", Repository.Read("src/PublicDisclosure.Web/PublicDisclosure.Web.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_Named_Exist() => Assert.Empty(MissingProperties(Symbols(Repository.Read(Everywhere))));

    [Fact]
    public void MissingProperties_PlantedMisspelling_IsFound() =>
        Assert.Equal(["P:System.DateTime.UtcNov"], MissingProperties(["P:System.DateTime.UtcNov", "P:System.DateTime.Now"]));

    private static IEnumerable<string> Symbols(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0]);

    private static IEnumerable<string> MissingProperties(IEnumerable<string> symbols) =>
        from symbol in symbols
        where symbol.StartsWith("P:", StringComparison.Ordinal)
        let dot = symbol.LastIndexOf('.')
        let type = typeof(object).Assembly.GetType(symbol[2..dot])
        where type?.GetProperty(symbol[(dot + 1)..], BindingFlags.Public | BindingFlags.Static) is null
        select symbol;
}
