namespace PublicDisclosure.TestKit;

/// <summary>The two database engines a database test runs on.</summary>
public enum Engine
{
    Sqlite,
    SqlServer,
}
