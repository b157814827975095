using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>What changes while somebody has a page open: the person, the organisation, the other reviewer. Nothing lost, no failure.</summary>
public sealed class MidwayTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Approve_TwoReviewersAtOnce_OneSigns_TheOtherSeesTheNewestText()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval);
        using var first = await site.StaffAsync("reviewer");
        using var second = await site.StaffAsync("reviewer");
        var forms = new[] { await first.OpenAsync($"/admin/disclosures/{id}/approve"), await second.OpenAsync($"/admin/disclosures/{id}/approve") };

        var answers = await Task.WhenAll(first.SubmitAsync(forms[0], [("Input.Remark", "甲同意")]), second.SubmitAsync(forms[1], [("Input.Remark", "乙同意")]));

        Assert.Single(answers, a => a.Code == 302);
        var other = Assert.Single(answers, a => a.Code == 409);
        // There is nothing left to sign: the page shows where the text stands now.
        Assert.Null(other.Document.QuerySelector("#act"));
        Assert.Contains("待发布", other.Text, StringComparison.Ordinal);
        var found = await office.FindAsync(id);
        Assert.Equal(DisclosureState.AwaitingPublication, found.State);
        Assert.Single(found.Transitions, t => t.Action == DisclosureAction.Approve);
    }

    [Fact]
    public async Task Approve_ReturnedMeanwhileByTheOtherReviewer_ChangesNothing()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval);
        using var first = await site.StaffAsync("reviewer");
        using var second = await site.StaffAsync("reviewer");
        var form = await first.OpenAsync($"/admin/disclosures/{id}/approve");
        var returned = await second.SubmitAsync(await second.OpenAsync($"/admin/disclosures/{id}/return"), [("Input.Reason", "附件缺页"), ("Input.Remark", "附件缺页")]);
        Assert.Equal(302, returned.Code);

        Assert.Equal(409, (await first.SubmitAsync(form)).Code);

        Assert.Equal(DisclosureState.Draft, (await office.FindAsync(id)).State);
    }

    [Fact]
    public async Task Reviewer_RenamedMidway_TheirReviewCountsAndTheHistoryShowsTodaysName()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingSecrecyReview);
        using var reviewer = await site.StaffAsync("reviewer");
        var form = await reviewer.OpenAsync($"/admin/disclosures/{id}/review");
        await SetAsync(u => u.SetProperty(p => p.DisplayName, "改名后的审核人"));
        try
        {
            Assert.Equal(302, (await reviewer.SubmitAsync(form, [("Input.Conclusion", "MayPublish")])).Code);

            Assert.Contains("改名后的审核人", (await reviewer.OpenAsync($"/admin/disclosures/{id}")).Text, StringComparison.Ordinal);
            Assert.Equal(302, (await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/disclosures/{id}/approve"))).Code);
        }
        finally
        {
            await SetAsync(u => u.SetProperty(p => p.DisplayName, "民政审核（演示）"));
        }
    }

    [Fact]
    public async Task Reviewer_MovedMidway_TheOpenFormIsNotFound_AndWhatTheyDidBeforeStays()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval);
        using var reviewer = await site.StaffAsync("reviewer");
        var form = await reviewer.OpenAsync($"/admin/disclosures/{id}/approve");
        var elsewhere = await site.OrganisationAsync("czj");
        await MoveAsync(office.Reviewer, elsewhere);
        try
        {
            Assert.Equal(404, (await reviewer.SubmitAsync(form)).Code);
            Assert.Equal(404, (await reviewer.OpenAsync($"/admin/disclosures/{id}")).Code);
        }
        finally
        {
            await MoveAsync(office.Reviewer, office.Organisation);
        }

        var found = await office.FindAsync(id);
        Assert.Equal(DisclosureState.AwaitingApproval, found.State);
        Assert.Equal(office.Reviewer, Assert.Single(found.Reviews).By);
        Assert.Equal(302, (await reviewer.SubmitAsync(form)).Code);
    }

    [Fact]
    public async Task Reviewer_LockedMidway_TheSessionGoesOn_DeactivatedItEnds()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval);
        using var reviewer = await site.StaffAsync("reviewer");
        var form = await reviewer.OpenAsync($"/admin/disclosures/{id}/approve");
        try
        {
            // Somebody else tries passwords: that must not take the page from the person who works.
            await SetAsync(u => u.SetProperty(p => p.LockoutEnd, DateTimeOffset.MaxValue));
            Assert.Equal(200, (await reviewer.OpenAsync($"/admin/disclosures/{id}/approve")).Code);

            await SetAsync(u => u.SetProperty(p => p.DeactivatedAt, SiteFactory.Clock.Now));
            var answer = await reviewer.SubmitAsync(form);
            Assert.StartsWith("/account/sign-in", answer.RedirectsTo, StringComparison.Ordinal);
            Assert.Equal(DisclosureState.AwaitingApproval, (await office.FindAsync(id)).State);
        }
        finally
        {
            await SetAsync(u => u.SetProperty(p => p.DeactivatedAt, (DateTime?)null).SetProperty(p => p.LockoutEnd, (DateTimeOffset?)null));
        }
    }

    [Fact]
    public async Task Edit_OrganisationMergedMeanwhile_TheDraftIsWithItsSuccessorAndNothingFails()
    {
        var office = await Office.OpenAsync(site);
        var old = await site.OrganisationAsync("lyj");
        // Not the clerk, whose one organisation the other tests count on.
        var clerk = await site.UserAsync("org-admin");
        await site.WriteAsync(db =>
        {
            db.Add(TestKit.TestData.CreateMembership(clerk, old, StaffRole.Clerk));
            return Task.CompletedTask;
        });
        var made = await site.UseAsync<DisclosureEditor, OutcomeOf<Guid>>(e => e.CreateAsync(new CreateDisclosure(old, Office.Text("关于护林防火值班的通知"), [new ItemChoice(office.ItemCode, "文件全文")], clerk)));
        using var client = await site.StaffAsync("org-admin");
        var form = await client.OpenAsync($"/admin/disclosures/{made.Value}/edit");
        Assert.Equal(200, form.Code);
        var (successor, admin) = (await site.OrganisationAsync("zrzyj"), await site.UserAsync("admin"));
        var revision = await site.ReadAsync(db => db.Organisations.Where(o => o.Id == old).Select(o => o.Revision).SingleAsync());
        var merged = await site.UseAsync<OrganisationMerger, OutcomeOf<int>>(m => m.MergeAsync(new MergeOrganisation(old, revision, successor, admin), TestContext.Current.CancellationToken));
        Assert.True(merged.IsDone, string.Join("; ", merged.Refusals));

        var answer = await client.SubmitAsync(form, [("Input.Body", "合并之后才保存的文字。")], button: "button[value='save']");

        Assert.Contains(answer.Code, new[] { 404, 409 });
        var found = await office.FindAsync(made.Value);
        Assert.Equal((successor, DisclosureState.Draft), (found.OrganisationId, found.State));
    }

    private Task SetAsync(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<StaffUser>> set) =>
        site.WriteAsync(db => db.Users.Where(u => u.UserName == "reviewer").ExecuteUpdateAsync(set));

    private Task MoveAsync(Guid who, Guid organisation) =>
        site.WriteAsync(db => db.Memberships.Where(m => m.UserId == who).ExecuteUpdateAsync(m => m.SetProperty(p => p.OrganisationId, organisation)));
}
