using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Duties;

/// <summary>The civil affairs bureau with a duty of one item of its own, counted.</summary>
internal sealed class DutyOffice(SiteFactory site, Office office, string code)
{
    public Office Office => office;

    public string ItemCode => code;

    public Guid DutyId { get; private set; }

    /// <summary>The last quarter but one: ended long ago, its last day is past.</summary>
    public static ReportingPeriod Missing => ReportingPeriod.Of(RecurrencePeriod.Quarter, Office.Today).Previous.Previous;

    /// <summary>A new confirmed item with this limit, followed from the first day of <see cref="Missing"/>.</summary>
    public static async Task<DutyOffice> OpenAsync(SiteFactory site, string limit)
    {
        var office = await Office.OpenAsync(site);
        var duties = new DutyOffice(site, office, $"05-duty-{Guid.NewGuid():N}"[..20]);
        await site.WriteAsync(async db =>
        {
            var edition = await db.Items.Where(i => i.Code == office.ItemCode).Select(i => new { i.EditionId, i.DomainId }).SingleAsync();
            var text = new StandardItemText { Level1 = "综合业务", Level2 = "资金情况" + duties.ItemCode[8..], Elements = "文件全文", TimeLimit = limit, Body = "民政部门", Channels = "■政府网站", Audience = "全社会" };
            var item = StandardItem.Create(Guid.NewGuid(), edition.EditionId, edition.DomainId, duties.ItemCode, "3", 3, text, GovernmentLevels.County, DisclosureMode.Active, ItemProvenance.Entered);
            item.ClassifyAspects(DisclosureAspects.Result, confirmed: true);
            item.Confirm(SiteFactory.Clock.Now, office.Reviewer);
            db.Add(item);
            var duty = Duty.Create(Guid.NewGuid(), office.Organisation, edition.DomainId, duties.ItemCode, GovernmentLevels.County, Missing.From);
            duties.DutyId = duty.Id;
            db.Add(duty);
        });
        await duties.CountAsync();
        return duties;
    }

    /// <summary>Counts the duty anew, as the request of a form does.</summary>
    public Task<int> CountAsync() => site.UseAsync<CoverageRefresh, int>(r => r.RefreshAsync(office.Organisation, [code]));

    /// <summary>Publishes something behind the item.</summary>
    public async Task<Guid> PublishAsync(DisclosureText? text = null)
    {
        var created = await site.UseAsync<DisclosureEditor, OutcomeOf<Guid>>(e => e.CreateAsync(
            new CreateDisclosure(office.Organisation, text ?? Office.Text(), [new ItemChoice(code, "文件全文")], office.Clerk)));
        await office.LeadAsync(created.Value, DisclosureState.Published);
        await CountAsync();
        return created.Value;
    }

    /// <summary>The units of the duty.</summary>
    public Task<List<CoverageUnit>> UnitsAsync() => site.ReadAsync(db => db.CoverageUnits.Where(u => u.DutyId == DutyId).OrderBy(u => u.Key).ToListAsync());

    /// <summary>Address of the page on which the missing quarter is declared empty.</summary>
    public string Nothing => $"/admin/duties/{DutyId}/nothing?period={Missing.Key}";

    /// <summary>Address of the page on which the standing page is checked.</summary>
    public string Check => $"/admin/duties/{DutyId}/check";
}
