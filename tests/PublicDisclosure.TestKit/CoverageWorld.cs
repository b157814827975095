using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.TestKit;

/// <summary>
/// Five organisations, six domains and two ended quarters, led through the ordinary workflow on the days told below, so that
/// every status occurs. <see cref="Expected"/> was counted by hand from the notice of 2026 (国办发明电〔2025〕7号).
/// </summary>
public static class CoverageWorld
{
    /// <summary>The day on which the world is looked at: a Monday.</summary>
    public static readonly DateOnly Today = new(2026, 11, 2);

    /// <summary>Since when every duty is followed: the second quarter is the first whole one.</summary>
    public static readonly DateOnly TrackedFrom = new(2026, 4, 1);

    /// <summary>What must be published: domain, item, limit, elements, and by whom. The last item was never confirmed (待核对).</summary>
    private static readonly (string Domain, string Item, string Limit, string Elements, string[] By)[] Items =
    [
        ("社会救助", "救助资金", "按季度公开", "资金", ["民政局", "木乐镇", "社步镇"]),
        ("财政预决算", "部门预算", "批复后20日内", "预算", ["财政局"]),
        ("义务教育", "招生政策", "长期公开", "政策", ["教育局", "木乐镇", "社步镇"]),
        ("养老服务", "养老补贴", "20个工作日内", "对象、金额", ["民政局", "社步镇"]),
        ("食品药品监管", "经营许可", "7个工作日内", "结果", ["财政局"]),
        ("公共法律服务", "普法活动", "20个工作日内", "活动", ["教育局"]),
    ];

    /// <summary>What happens when. A draft that nobody publishes has only its first day.</summary>
    private static readonly (string On, string Organisation, string Item, string Act, string Title)[] Story =
    [
        // The standing page: due 20 working days after 1 April (29 April; two days of 三月三 estimated), there on the 15th; to be looked at again by 15 April 2027.
        ("2026-04-15", "教育局", "招生政策", "publish", "义务教育招生政策"),
        ("2026-04-16", "社步镇", "招生政策", "publish", "社步镇招生政策"),
        // Approved on 6 May: 20 natural days end on the 26th, a Tuesday, and it goes out that day.
        ("2026-05-06", "财政局", "部门预算", "draft", "2026年部门预算"),
        ("2026-05-26", "财政局", "部门预算", "publish drafted", "2026年部门预算"),
        // Its 20 natural days end on Sunday 21 June, in the holiday of the Dragon Boat Festival: due on the 22nd, and never published.
        ("2026-06-01", "财政局", "部门预算", "draft", "2026年部门预算调整"),
        // The second quarter is due on 28 July: the bureau is in time, the town is four working days late.
        ("2026-07-20", "民政局", "救助资金", "publish", "2026年第二季度救助资金"),
        ("2026-08-03", "木乐镇", "救助资金", "publish late", "2026年第二季度木乐镇救助资金"),
        // One element of two.
        ("2026-09-01", "民政局", "养老补贴", "draft", "养老补贴发放对象"),
        ("2026-09-10", "民政局", "养老补贴", "publish drafted", "养老补贴发放对象"),
        ("2026-09-15", "社步镇", "招生政策", "withdraw for an error", "社步镇招生政策"),
        // The third quarter is due on 3 November: nothing formed in the town, and the bureau has one day left.
        ("2026-10-12", "木乐镇", "救助资金", "declare nothing", "2026-Q3"),
        // 27 October + 7 working days: 5 November.
        ("2026-10-27", "财政局", "经营许可", "draft", "食品经营许可结果"),
        ("2026-10-28", "教育局", "普法活动", "publish", "普法活动安排"),
    ];

    /// <summary>The matrix, by hand. — where nothing has fallen due.</summary>
    public const string Expected = """
        领域           | 机构   | 按时率  | 不适用 | 本期无信息 | 按时公开 | 逾期公开 | 逾期未公开 | 即将到期 | 未到期 | 待核对 | 要素不全
        社会救助       | 民政局 | 100.0% | 0      | 0          | 1        | 0        | 0          | 1        | 1      | 0      | 0
        社会救助       | 木乐镇 | 0.0%   | 0      | 1          | 0        | 1        | 0          | 0        | 1      | 0      | 0
        社会救助       | 社步镇 | —      | 1      | 0          | 0        | 0        | 0          | 0        | 0      | 0      | 0
        财政预决算     | 财政局 | 50.0%  | 0      | 0          | 1        | 0        | 1          | 0        | 0      | 0      | 0
        义务教育       | 教育局 | 100.0% | 0      | 0          | 1        | 0        | 0          | 0        | 1      | 0      | 0
        义务教育       | 木乐镇 | 0.0%   | 0      | 0          | 0        | 0        | 1          | 0        | 0      | 0      | 0
        义务教育       | 社步镇 | 0.0%   | 0      | 0          | 0        | 0        | 1          | 0        | 0      | 0      | 0
        养老服务       | 民政局 | 100.0% | 0      | 0          | 1        | 0        | 0          | 0        | 0      | 0      | 1
        养老服务       | 社步镇 | —      | 0      | 0          | 0        | 0        | 0          | 0        | 1      | 0      | 0
        食品药品监管   | 财政局 | —      | 0      | 0          | 0        | 0        | 0          | 1        | 0      | 0      | 0
        公共法律服务   | 教育局 | —      | 0      | 0          | 0        | 0        | 0          | 0        | 0      | 1      | 0
        合计           | 全市   | 50.0%  | 1      | 1          | 4        | 1        | 3          | 2        | 4      | 1      | 1
        """;

    /// <summary>Builds it on an empty database, up to <see cref="Today"/>, and counts the coverage.</summary>
    public static async Task<DisclosureDesk> CreateAsync(TestStore store, TestClock? clock = null)
    {
        var desk = await DisclosureDesk.CreateAsync(store, clock);
        var places = await PrepareAsync(store, desk);
        await places.TellAsync(store, desk);
        desk.Clock.Set(Today, new TimeOnly(9, 0));
        await CountAsync(store, desk.Clock);
        return desk;
    }

    /// <summary>Counts everything, as the daily job does.</summary>
    public static async Task CountAsync(TestStore store, TestClock clock)
    {
        foreach (var organisation in await store.ReadAsync(db => db.Duties.Select(d => d.OrganisationId).Distinct().ToListAsync()))
        {
            await using var db = store.Open();
            await Refresh(db, clock).RefreshAsync(organisation, null);
        }

        await store.ReadAsync(db => db.CoverageMarks.ExecuteDeleteAsync());
    }

    /// <summary>The recount over a context of the test's own.</summary>
    public static CoverageRefresh Refresh(DisclosureDb db, TestClock clock)
    {
        var (calendars, limits) = (new CalendarStore(db), new LimitBook(db));
        return new CoverageRefresh(db, clock.Business, calendars, new DutyBook(db, limits, Options.Create(new CoverageOptions())), new RecordBook(db, new DueDates(db, calendars, limits)));
    }

    private static async Task<Places> PrepareAsync(TestStore store, DisclosureDesk desk)
    {
        // The desk's own item would stand in the matrix.
        await store.ReadAsync(db => db.Duties.ExecuteDeleteAsync());
        var government = TestData.CreateOrganisation("gov", "桂平市人民政府", OrganisationKind.Government);
        var organisations = new[] { "民政局", "财政局", "教育局", "木乐镇", "社步镇" }.ToDictionary(name => name, name => Organise(name));
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), government.Id, "桂平市基层政务公开标准目录", 2026, null, desk.Clock.Now, null);
        var (domains, codes, duties) = (new List<DisclosureDomain>(), new Dictionary<string, string>(), new List<Duty>());
        foreach (var (name, itemName, limit, elements, by) in Items)
        {
            var number = domains.Count + 1;
            var domain = DisclosureDomain.Create(Guid.NewGuid(), $"9{number}", $"world-{number}", name, "", "", null, number);
            domains.Add(domain);
            var text = new StandardItemText { Level1 = itemName, Elements = elements, TimeLimit = limit, Body = "各有关单位", Channels = "■政府网站", Audience = "全社会" };
            var item = StandardItem.Create(Guid.NewGuid(), edition.Id, domain.Id, ItemCode.Create(domain.Code, text.Level1, "", "", _ => false), $"{number}", number, text, GovernmentLevels.County | GovernmentLevels.Township, DisclosureMode.Active, ItemProvenance.Entered);
            item.ClassifyAspects(number % 2 == 0 ? DisclosureAspects.Result : DisclosureAspects.Decision, confirmed: true);
            item.ClassifyMandatory(MandatoryClass.Livelihood, confirmed: true);
            if (name != "公共法律服务") item.Confirm(desk.Clock.Now, desk.Reviewer);
            edition.Add(item);
            codes[itemName] = item.Code;
            foreach (var owner in by)
            {
                var level = owner.EndsWith('镇') ? GovernmentLevels.Township : GovernmentLevels.County;
                duties.Add(Duty.Create(Guid.NewGuid(), organisations[owner].Id, domain.Id, item.Code, level, TrackedFrom));
            }
        }

        edition.PutInForce(TrackedFrom);
        var township = CatalogueEdition.Draft(Guid.NewGuid(), organisations["社步镇"].Id, "社步镇目录", 2026, edition.Id, desk.Clock.Now, null);
        var relief = edition.Items.Single(i => i.Code == codes["救助资金"]).CopyTo(Guid.NewGuid(), township.Id, ItemAdoption.Pending);
        relief.ProposeNotApplicable("由市民政局统一发放");
        relief.DecideNotApplicable(desk.Reviewer, agreed: true, "");
        township.Add(relief);
        township.PutInForce(TrackedFrom);
        duties.Single(d => d.OrganisationId == organisations["社步镇"].Id && d.ItemCode == relief.Code).SetActive(false, TrackedFrom);
        var notice = CalendarSeed.Notices(desk.Clock.Now).Where(n => n.Year == 2026).ToList();
        foreach (var year in notice) year.SignOff(desk.Clock.Now, desk.Reviewer);
        await store.AddAsync([government, .. organisations.Values, .. domains, edition, township, .. duties, .. notice]);
        return new Places(organisations, codes, duties);
    }

    private static Organisation Organise(string name)
    {
        var isTown = name.EndsWith('镇');
        var organisation = TestData.CreateOrganisation(null, isTown ? "桂平市" + name + "人民政府" : "桂平市" + name, isTown ? OrganisationKind.Township : OrganisationKind.Department);
        organisation.Rename(organisation.Name, name, confirmed: true);
        TestData.GiveCreditCode(organisation);
        return organisation;
    }

    private sealed record Places(Dictionary<string, Organisation> Organisations, Dictionary<string, string> Codes, List<Duty> Duties)
    {
        private readonly Dictionary<string, Guid> _ids = [];

        public async Task TellAsync(TestStore store, DisclosureDesk desk)
        {
            foreach (var (on, organisation, item, act, title) in Story)
            {
                desk.Clock.Set(DateOnly.ParseExact(on, "yyyy-MM-dd"), new TimeOnly(10, 0));
                var (owner, code) = (Organisations[organisation], Codes[item]);
                if (act is "draft" or "publish") _ids[title] = await DraftAsync(desk, owner.Id, code, title, desk.Clock.Today);
                if (act == "publish late") _ids[title] = await DraftAsync(desk, owner.Id, code, title, new DateOnly(2026, 7, 1));
                if (act.StartsWith("publish", StringComparison.Ordinal)) await PublishAsync(desk, _ids[title]);
                if (act == "withdraw for an error") await desk.WithdrawAsync(_ids[title], WithdrawalReason.Error);
                if (act == "declare nothing") await DeclareAsync(store, desk, Duties.Single(d => d.OrganisationId == owner.Id && d.ItemCode == code), title);
            }
        }

        private static async Task<Guid> DraftAsync(DisclosureDesk desk, Guid organisation, string code, string title, DateOnly formed)
        {
            var elements = title == "养老补贴发放对象" ? "对象" : Items.Single(i => i.Item == ItemOf(title)).Elements.Replace('、', '\n');
            var text = desk.GoodText(title) with { FormedOn = formed, DocumentDate = formed };
            var created = await desk.EditAsync(e => e.CreateAsync(new CreateDisclosure(organisation, text, [new ItemChoice(code, elements)], desk.Clerk)));
            return created.IsDone ? created.Value : throw new InvalidOperationException(string.Join("; ", created.Refusals));
        }

        private static string ItemOf(string title) => Story.First(s => s.Title == title).Item;

        private static async Task PublishAsync(DisclosureDesk desk, Guid id)
        {
            var revision = await desk.RevisionAsync(id);
            await desk.EditAsync(e => e.ExplainAsync(new ExplainWarnings(id, revision, new Dictionary<string, string> { ["Checklist.PublishedLate"] = "核实用时较长" }, desk.Clerk)));
            await desk.ReviewedAsync(id);
            if (await desk.PublishAsync(id) is { IsDone: false } outcome) throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
        }

        private static async Task DeclareAsync(TestStore store, DisclosureDesk desk, Duty duty, string period)
        {
            // Only a period that is known can be declared: the daily count has made it.
            await CountAsync(store, desk.Clock);
            await using var db = store.Open();
            var declarations = new DutyDesk(db, desk.Clock.Business);
            var declared = await declarations.DeclareAsync(new DeclareNothing(duty.Id, period, "本季度没有新增救助对象。", desk.Clerk));
            if (!declared.IsDone || !(await declarations.DecideAsync(new DecideZeroReport(declared.Value, 0, true, "", desk.Reviewer))).IsDone)
                throw new InvalidOperationException(string.Join("; ", declared.Refusals));
        }
    }
}
