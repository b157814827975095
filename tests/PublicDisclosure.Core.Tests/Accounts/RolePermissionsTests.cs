using System.Text.RegularExpressions;
using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Tests.Accounts;

/// <summary>Holds <c>docs/permissions.md</c> against the table in the code.</summary>
public sealed partial class RolePermissionsTests
{
    [Fact]
    public void Document_Table_EqualsTheCode() => Assert.Empty(Differences(Document()));

    [Theory]
    [InlineData("`DisclosuresReview`, `DisclosuresPublish`, ", "`DisclosuresReview`, ", "Reviewer: the document lacks DisclosuresPublish")]
    [InlineData("`AuditRead` |", "`AuditRead`, `DisclosuresDraft` |", "Auditor: the code lacks DisclosuresDraft")]
    [InlineData("| `PlatformAdmin` | 平台管理员 | the city |", "| `PlatformAdmin` | 平台管理员 | its organisation |", "PlatformAdmin: reach differs")]
    [InlineData("| `Clerk` |", "| `Writer` |", "Clerk: no row")]
    public void Document_PlantedFault_IsFound(string from, string to, string expected)
    {
        var text = Document();
        Assert.Contains(from, text, StringComparison.Ordinal);

        Assert.Contains(expected, Differences(text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void Document_Meanings_NameEveryPermission()
    {
        var named = MeaningRow().Matches(Document()).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.All(Enum.GetNames<Permission>(), name => Assert.Contains(name, named));
    }

    [Theory]
    [InlineData(StaffRole.Auditor, true)]
    [InlineData(StaffRole.PlatformAdmin, true)]
    [InlineData(StaffRole.DisclosureOffice, true)]
    [InlineData(StaffRole.OrganisationAdmin, false)]
    [InlineData(StaffRole.CatalogueSteward, false)]
    public void IsCityWide_Role_ReachesTheCityOrNot(StaffRole role, bool expected) => Assert.Equal(expected, RolePermissions.IsCityWide(role));

    private static List<string> Differences(string document)
    {
        var rows = RoleRow().Matches(document).ToDictionary(m => m.Groups[1].Value);
        var found = new List<string>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            if (!rows.TryGetValue(role.ToString(), out var row))
            {
                found.Add($"{role}: no row");
                continue;
            }

            if ((row.Groups[2].Value == "the city") != RolePermissions.IsCityWide(role)) found.Add($"{role}: reach differs");
            var written = Code().Matches(row.Groups[3].Value).Select(m => m.Groups[1].Value).ToHashSet();
            var real = RolePermissions.Of(role).Select(p => p.ToString()).ToHashSet();
            found.AddRange(real.Except(written).Select(p => $"{role}: the document lacks {p}"));
            found.AddRange(written.Except(real).Select(p => $"{role}: the code lacks {p}"));
        }

        return found;
    }

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PublicDisclosure.sln"))) folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, "docs", "permissions.md"));
    }

    [GeneratedRegex(@"^\| `(\w+)` \| [^|]+ \| (the city|its organisation) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex RoleRow();

    [GeneratedRegex(@"^\| `(\w+)` \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex MeaningRow();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Code();
}
