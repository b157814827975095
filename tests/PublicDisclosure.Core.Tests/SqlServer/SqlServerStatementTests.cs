using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Tests.SqlServer;

public sealed class SqlServerStatementTests
{
    [Fact]
    public async Task Statements_OfTheProduct_AreSoundOnSqlServer()
    {
        var captured = await CapturedStatements.CaptureAsync();
        string script;
        await using (var db = new SqlServerDesignTimeFactory().CreateDbContext([])) script = db.Database.GenerateCreateScript();
        var model = new SqlServerModel(new DeclarativeSchema().Read(script).Definitions);

        // Were nothing captured, nothing would be checked.
        Assert.True(captured.All.Count > 60, $"Only {captured.All.Count} statements of {captured.Classes.Count} classes.");
        Assert.Contains("AuditLog", captured.Classes);
        Assert.Contains(captured.All.Keys, name => name.StartsWith("Added.Disclosure", StringComparison.Ordinal));
        Assert.Empty(model.Check(captured.All));
    }
}
