namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>Each check of the schema must catch the fault it is there for, and leave a sound schema alone.</summary>
public sealed class PlantedSchemaFaultTests
{
    private const string Parent = "CREATE TABLE [Parent] ([Id] int NOT NULL, CONSTRAINT [PK_Parent] PRIMARY KEY ([Id]));";

    [Theory]
    [InlineData("CREATE TABLE [A] ([Id] int NOT NULL, [Name] nvarchar(200) NOT NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]));", "")]
    [InlineData(
        Parent + """
        CREATE TABLE [Left] ([Id] int NOT NULL, [ParentId] int NOT NULL, CONSTRAINT [PK_L] PRIMARY KEY ([Id]),
            CONSTRAINT [FK_L] FOREIGN KEY ([ParentId]) REFERENCES [Parent] ([Id]) ON DELETE CASCADE);
        CREATE TABLE [Child] ([Id] int NOT NULL, [LeftId] int NOT NULL, [ParentId] int NOT NULL, CONSTRAINT [PK_C] PRIMARY KEY ([Id]),
            CONSTRAINT [FK_C1] FOREIGN KEY ([LeftId]) REFERENCES [Left] ([Id]) ON DELETE CASCADE,
            CONSTRAINT [FK_C2] FOREIGN KEY ([ParentId]) REFERENCES [Parent] ([Id]) ON DELETE CASCADE);
        """, "1785 two cascade paths")]
    [InlineData(
        """
        CREATE TABLE [Tree] ([Id] int NOT NULL, [Above] int NULL, CONSTRAINT [PK_T] PRIMARY KEY ([Id]),
            CONSTRAINT [FK_T] FOREIGN KEY ([Above]) REFERENCES [Tree] ([Id]) ON DELETE CASCADE);
        """, "1785 cascade returns")]
    [InlineData(
        Parent + """
        CREATE TABLE [Child] ([Id] int NOT NULL, [ParentId] int NOT NULL, CONSTRAINT [PK_C] PRIMARY KEY ([Id]),
            CONSTRAINT [FK_C] FOREIGN KEY ([ParentId]) REFERENCES [Parent] ([Id]) ON DELETE SET NULL);
        """, "1761")]
    [InlineData("CREATE TABLE [A] ([Id] nvarchar(451) NOT NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]));", "1946")]
    [InlineData("CREATE TABLE [A] ([Id] int NOT NULL, [T] nvarchar(851) NOT NULL); CREATE INDEX [IX_A] ON [A] ([T]);", "1946")]
    [InlineData("CREATE TABLE [A] ([Id] int NOT NULL, [T] nvarchar(max) NOT NULL); CREATE INDEX [IX_A] ON [A] ([T]);", "1919")]
    [InlineData("CREATE TABLE [A] ([Id] int NOT NULL, [T] nvarchar(5000) NOT NULL);", "2717")]
    [InlineData("CREATE TABLE [A] ([Id] int NOT NULL); CREATE INDEX [IX_A] ON [A] ([Missing]);", "SQL71501")]
    [InlineData("CREATE TABLE [A] ([Id] int NOT NULL, CONSTRAINT [FK_A] FOREIGN KEY ([Id]) REFERENCES [Missing] ([Id]));", "SQL71501")]
    public void Schema_PlantedFault_IsFound(string script, string expected)
    {
        var problems = SqlServerSchemaCheck.Problems(script);

        if (expected.Length == 0) Assert.Empty(problems);
        else Assert.Contains(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_StatementNobodyKnows_IsListed()
    {
        var problems = SqlServerSchemaCheck.Problems("DROP DATABASE [Everything];");

        Assert.Contains(problems, problem => problem.StartsWith("not understood: DropDatabaseStatement", StringComparison.Ordinal));
    }

    [Fact]
    public void Difference_ColumnInOneSchemaOnly_IsFound()
    {
        const string Shorter = "CREATE TABLE [A] ([Id] int NOT NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]));";
        const string Longer = "CREATE TABLE [A] ([Name] nvarchar(9) NULL, [Id] int NOT NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]));";
        const string LongerInAnotherOrder = "CREATE TABLE [A] ([Id] int NOT NULL, [Name] nvarchar(9) NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]));";

        Assert.NotEmpty(SqlServerSchemaCheck.Differences(Shorter, Longer));
        Assert.Empty(SqlServerSchemaCheck.Differences(LongerInAnotherOrder, Longer));
    }

    [Fact]
    public void Read_MigrationsThatAlterAndDrop_KeepsTheFinalSchema()
    {
        const string Script = """
            IF NOT EXISTS (SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'1')
            BEGIN
                CREATE TABLE [A] ([Id] int NOT NULL, [Old] int NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]));
            END;
            GO
            IF NOT EXISTS (SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'2')
            BEGIN
                EXEC(N'ALTER TABLE [A] ADD [Name] nvarchar(9) NULL');
                ALTER TABLE [A] DROP COLUMN [Old];
                ALTER TABLE [A] ALTER COLUMN [Name] nvarchar(20) NOT NULL;
                CREATE INDEX [IX_Gone] ON [A] ([Name]);
                DROP INDEX [IX_Gone] ON [A];
            END;
            """;

        var definitions = new DeclarativeSchema().Read(Script).Definitions;

        var table = Assert.Single(definitions);
        Assert.Contains("nvarchar (20)", table, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Old", table, StringComparison.Ordinal);
    }
}
