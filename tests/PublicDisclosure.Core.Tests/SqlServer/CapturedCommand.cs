namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>A command as EF Core would have sent it to SQL Server.</summary>
/// <param name="Parameters">Typed parameter list as a procedure declares it: <c>@p0 nvarchar(40), @p1 bigint</c>.</param>
/// <param name="Sql">The text of the command.</param>
public sealed record CapturedCommand(string Parameters, string Sql);
