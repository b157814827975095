using System.Globalization;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Pages.Admin.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// The pages of all steps, driven by every demo account in every situation of a disclosure: who is not named is turned away, who
/// is named gets through exactly where the table says so, and everything else leaves the record as it was.
/// </summary>
public sealed class StepPagesByRoleTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    // Page | who may in the own organisation | who may in any other | situation>state after the step; in every other situation it is refused.
    private const string Table = """
        Submit            | Clerk                    |                  | Draft>AwaitingSecrecyReview Correction>AwaitingSecrecyReview
        Review            | Reviewer                 |                  | AwaitingSecrecyReview>AwaitingApproval
        SecondReview      | Reviewer                 |                  | AwaitingSecondReview>AwaitingApproval
        Opinion           | DisclosureOffice         | DisclosureOffice | PolicyNotPublic>AwaitingApproval
        Approve           | Reviewer                 |                  | AwaitingApproval>AwaitingPublication
        File              | Reviewer                 |                  | NotPublic>Filed
        Publish           | Reviewer                 |                  | AwaitingPublication>Published
        Schedule          | Reviewer                 |                  | AwaitingPublication>AwaitingPublication
        ForcePublish      | DisclosureOffice         | DisclosureOffice | AwaitingSecondReview>Published AwaitingApproval>Published
        Reexamine         | Reviewer                 |                  | Filed>Filed
        BeginCorrection   | Clerk                    |                  | Published>Draft
        Recall            | Clerk                    |                  | AwaitingSecrecyReview>Draft AwaitingSecondReview>Draft AwaitingApproval>Draft NotPublic>Draft PolicyNotPublic>Draft AwaitingPublication>Draft
        Return            | Reviewer                 |                  | AwaitingSecrecyReview>Draft AwaitingSecondReview>Draft AwaitingApproval>Draft NotPublic>Draft PolicyNotPublic>Draft AwaitingPublication>Draft
        AbandonCorrection | Clerk                    |                  | Correction>Published
        Suspend           | Reviewer DisclosureOffice | DisclosureOffice | Published>Published Correction>Draft
        """;

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Input.Conclusion"] = "MayPublish",
        ["Input.Agrees"] = "true",
        ["Input.Words"] = "同意不予公开。",
        ["Input.Reason"] = "情况说明",
        ["Input.Remark"] = "情况说明",
        ["Input.Kind"] = "Correction",
        ["Input.Result"] = "StaysNotPublic",
        ["Input.NextOn"] = Office.Today.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["Input.At"] = Office.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T10:00",
    };

    private static readonly IReadOnlyList<Row> Rows = [.. Table.Split('\n').Select(Read)];

    public static TheoryData<string> Situations =>
        ["Draft", "Correction", "AwaitingSecrecyReview", "AwaitingSecondReview", "AwaitingApproval", "NotPublic", "PolicyNotPublic", "AwaitingPublication", "Published", "Filed"];

    [Fact]
    public void Table_EveryPageOfAStepOfTheWorkflow_HasARow() =>
        Assert.Empty(DisclosureVerbs.All.Where(v => v.Actions.Length > 0).Select(v => v.Page).Except(Rows.Select(r => r.Page)));

    [Theory, MemberData(nameof(Situations))]
    public async Task Pages_EveryAccount_TakeOnlyWhatIsWrittenDown(string situation)
    {
        var office = await Office.OpenAsync(site);
        var situations = new StepSituations(site, office);
        var id = await situations.InAsync(situation);
        var (revision, state) = await NowAsync(office, id);
        var faults = new List<string>();
        foreach (var account in DemoAccounts.All)
        {
            using var client = await site.StaffAsync(account.UserName);
            var token = (await client.OpenAsync("/account/profile")).Document.QuerySelector("input[name='__RequestVerificationToken']")?.GetAttribute("value");
            foreach (var row in Rows)
            {
                var told = $"{situation}: {row.Page} by {account.UserName}";
                var may = (account.Slug == Office.Slug ? row.Own : row.Foreign).Contains(account.Role);
                var code = (await client.OpenAsync(Address(id, row.Page))).Code;
                if (may ? code != 200 : code is not (403 or 404)) faults.Add($"{told}, GET {code}");
                var (answer, errors) = await PostAsync(client, Address(id, row.Page), token, revision);
                var after = await NowAsync(office, id);
                if (may && row.Steps.TryGetValue(situation, out var next))
                {
                    if (answer != 302 || after.State != next) faults.Add($"{told}, POST {answer}, now {after.State}: {errors}");
                    id = await situations.InAsync(situation);
                    (revision, state) = await NowAsync(office, id);
                    continue;
                }

                if (may ? answer != 422 : answer is not (400 or 403 or 404)) faults.Add($"{told}, POST {answer}");
                if (after != (revision, state)) faults.Add($"{told}, POST {answer} changed the record to {after}");
            }
        }

        Assert.Empty(faults);
    }

    private static string Address(Guid id, string page) => $"/admin/disclosures/{id}/{page.ToLowerInvariant()}";

    private static async Task<(int Revision, DisclosureState State)> NowAsync(Office office, Guid id)
    {
        var found = await office.FindAsync(id);
        return (found.Revision, found.State);
    }

    private static async Task<(int Code, string Errors)> PostAsync(HttpClient client, string address, string? token, int revision)
    {
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token ?? ""), new("SeenRevision", revision.ToString(CultureInfo.InvariantCulture)), .. Fields]);
        using var answer = await client.PostAsync(address, form, TestContext.Current.CancellationToken);
        var page = await SitePage.FromAsync(answer, address);
        return (page.Code, string.Join(' ', page.Errors));
    }

    private static Row Read(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var steps = cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('>'));
        return new Row(cells[0], Roles(cells[1]), Roles(cells[2]), steps.ToDictionary(s => s[0], s => Enum.Parse<DisclosureState>(s[1])));
    }

    private static StaffRole[] Roles(string cell) => [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<StaffRole>)];

    private sealed record Row(string Page, StaffRole[] Own, StaffRole[] Foreign, Dictionary<string, DisclosureState> Steps);
}
