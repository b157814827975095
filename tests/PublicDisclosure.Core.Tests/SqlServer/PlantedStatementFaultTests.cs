namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>Each check of captured statements must catch the fault it is there for.</summary>
public sealed class PlantedStatementFaultTests
{
    private static readonly SqlServerModel Model = new(
        ["CREATE TABLE [Notes] ([Id] int NOT NULL, [Title] nvarchar(200) NOT NULL, CONSTRAINT [PK_Notes] PRIMARY KEY ([Id]))"]);

    [Theory]
    [InlineData("SELECT [n].[Title] FROM [Notes] AS [n] WHERE [n].[Id] = @id", null)]
    [InlineData("INSERT INTO [Notes] ([Id], [Title]) OUTPUT INSERTED.[Id] VALUES (@id, N'x');", null)]
    [InlineData("SELECT [name] FROM [sys].[tables]", null)]
    [InlineData("SELECT [n].[Title] FROM [Nodes] AS [n]", "SQL71502")]
    [InlineData("UPDATE [Notes] SET [Titel] = N'x' WHERE [Id] = @id", "SQL71501")]
    [InlineData("SELECT [n].[Title] FROM [Notes] AS [n] WHERE [n].[Id] = @idd", "SQL70590")]
    [InlineData("SELECT [n].[Title] FROM [Notes] AS [n] LIMIT 1", "syntax")]
    [InlineData("SELECT LENGTH([n].[Title]) FROM [Notes] AS [n]", "unknown function LENGTH")]
    public void Check_PlantedFault_IsFound(string sql, string? expected)
    {
        var problems = Model.Check(new Dictionary<string, CapturedCommand> { ["planted"] = new("@id int", sql) });

        if (expected is null) Assert.Empty(problems);
        else Assert.Contains(problems, problem => problem.Statement == "planted" && problem.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_OneRejectedStatement_StillChecksTheOthers()
    {
        var problems = Model.Check(new Dictionary<string, CapturedCommand>
        {
            ["rejected"] = new("@id int, @id int", "SELECT 1"),
            ["wrong"] = new("", "SELECT [Titel] FROM [Notes]"),
            ["sound"] = new("", "SELECT [Title] FROM [Notes]"),
        });

        Assert.Contains(problems, problem => problem.Statement == "wrong");
        Assert.DoesNotContain(problems, problem => problem.Statement == "sound");
    }
}
