using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests.Pages;

/// <summary>A small published world: an edition in force, documents in every state the public may meet, drafts it may not.</summary>
internal sealed class PublicSample
{
    public const string SecretWords = "绝密身份证号";
    public const string DraftTitle = "尚未公开的草稿标题";

    public string Domain { get; private set; } = "";

    public string ItemCode { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public string IndexNumber { get; private set; } = "";

    public Guid CurrentEdition { get; private set; }

    public Guid DraftEdition { get; private set; }

    /// <summary>Address of a normative file with headings, a table and two files.</summary>
    public string Normative { get; private set; } = "";

    /// <summary>Address of a notice with two versions.</summary>
    public string Corrected { get; private set; } = "";

    /// <summary>Withdrawn for an error: notice and title stay.</summary>
    public string WithdrawnError { get; private set; } = "";

    /// <summary>Withdrawn for personal information: nothing but the notice stays.</summary>
    public string WithdrawnPersonal { get; private set; } = "";

    /// <summary>Withdrawn because another file took its place: the text stays under the notice.</summary>
    public string Replaced { get; private set; } = "";

    /// <summary>An address with the names of this world filled in: {domain}, {item}, {organisation}, {normative} ...</summary>
    public string Fill(string pattern) => pattern.Replace("{domain}", Domain, StringComparison.Ordinal).Replace("{item}", ItemCode, StringComparison.Ordinal)
        .Replace("{organisation}", Organisation, StringComparison.Ordinal).Replace("{normative}", Normative, StringComparison.Ordinal)
        .Replace("{corrected}", Corrected, StringComparison.Ordinal).Replace("{error}", WithdrawnError, StringComparison.Ordinal)
        .Replace("{personal}", WithdrawnPersonal, StringComparison.Ordinal).Replace("{replaced}", Replaced, StringComparison.Ordinal);

    public static async Task<PublicSample> CreateAsync(TestStore store, DisclosureDesk desk)
    {
        var sample = new PublicSample { ItemCode = desk.ItemCode, Organisation = desk.Organisation.Slug };
        await sample.AddCityEditionAsync(store, desk);
        sample.Normative = await sample.AddNormativeAsync(store, desk);
        sample.Corrected = await AddCorrectedAsync(store, desk);
        sample.WithdrawnError = await AddWithdrawnAsync(store, desk, "关于公布有误数据的通知", WithdrawalReason.Error, "数据有误，已撤回核实。");
        sample.WithdrawnPersonal = await AddWithdrawnAsync(store, desk, SecretWords + "名单", WithdrawalReason.PersonalOrSecret, "该信息因含个人信息撤回。");
        sample.Replaced = await AddWithdrawnAsync(store, desk, "关于旧办法的通知", WithdrawalReason.Replaced, "已由新办法替代。", sample.Normative);
        foreach (var genre in new[] { DisclosureGenre.Guide, DisclosureGenre.Rules, DisclosureGenre.AnnualReport })
            await desk.PublishedAsync(desk.GoodText($"关于{genre}的公开文件") with { Genre = genre, Kind = DocumentKind.Other });
        await desk.DraftAsync(desk.GoodText(DraftTitle));
        await desk.ApprovedAsync(desk.GoodText(DraftTitle + "（已审签）"));
        return sample;
    }

    private async Task AddCityEditionAsync(TestStore store, DisclosureDesk desk)
    {
        var (item, domain) = await store.ReadAsync(db =>
        {
            var found = db.Items.Single(i => i.Code == desk.ItemCode);
            return Task.FromResult((found, db.Domains.Single(d => d.Id == found.DomainId)));
        });
        Domain = domain.Slug;
        var city = TestData.CreateOrganisation("gpszf", "桂平市人民政府", OrganisationKind.Government);
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), city.Id, "桂平市基层政务公开标准目录（2026年版）", 2026, null, desk.Clock.Now, null);
        edition.Add(item.CopyTo(Guid.NewGuid(), edition.Id, ItemAdoption.Applies));
        foreach (var (order, level1, level2) in new[] { (2, "综合业务", "监督检查"), (3, "最低生活保障", "审核确认信息") })
        {
            var text = item.Text with { Level1 = level1, Level2 = level2, Channels = "■政府网站 □政府公报 ■公开查阅点", Elements = "办理事项；办理条件；救助标准" };
            var added = edition.Add(StandardItem.Create(
                Guid.NewGuid(), edition.Id, domain.Id, Core.Catalogue.ItemCode.Create(domain.Code, level1, level2, "", _ => false), $"{order}", order, text,
                GovernmentLevels.County | GovernmentLevels.Township, DisclosureMode.Active, ItemProvenance.GeneralKnowledge));
            added.ClassifyAspects(DisclosureAspects.Service, confirmed: false);
        }

        edition.PutInForce(desk.Clock.Today);
        var former = CatalogueEdition.Draft(Guid.NewGuid(), city.Id, "桂平市基层政务公开标准目录（2025年版）", 2025, null, desk.Clock.Now, null);
        former.Add(item.CopyTo(Guid.NewGuid(), former.Id, ItemAdoption.Applies)).Edit("1", item.Text with { Elements = "文件标题" }, item.Levels, item.Mode);
        former.PutInForce(desk.Clock.Today.AddYears(-1));
        former.Supersede(desk.Clock.Today);
        var next = CatalogueEdition.Draft(Guid.NewGuid(), city.Id, DraftTitle, 2027, null, desk.Clock.Now, null);
        (CurrentEdition, DraftEdition) = (edition.Id, next.Id);
        await store.AddAsync(city, edition, former, next);
    }

    private async Task<string> AddNormativeAsync(TestStore store, DisclosureDesk desk)
    {
        var body = "为规范社会救助工作，制定本办法。\n\n## 一、总则\n\n第一条　本办法适用于本市。\n\n## 二、对象\n\n第二条　对象如下表。\n\n| 类别 | 标准（元/月） |\n|---|---|\n| 城市低保 | 810 |\n| 农村低保 | 6000 |\n\n"
            + "## 三、程序\n\n第三条　按程序办理。\n\n## 四、监督\n\n第四条　加强监督。\n\n## 五、附则\n\n第五条　本办法自发布之日起施行。";
        var text = desk.GoodText("桂平市社会救助办法") with
        {
            Genre = DisclosureGenre.Normative,
            DocumentNumber = "浔政办规〔2026〕3号",
            EffectiveOn = desk.Clock.Today,
            ExpiresOn = desk.Clock.Today.AddYears(5),
            PlainSummary = "低保怎么申请，标准是多少，这份文件都有规定。",
            Body = body,
        };
        var id = await desk.DraftAsync(text);
        await AttachAsync(desk, id, "标准表.csv", "类别,标准\n城市低保,810\n", isOriginal: false);
        await desk.ForwardIfAskedAsync(id);
        await PassAsync(store, desk, id);
        var found = await store.ReadAsync(db => Task.FromResult(db.Disclosures.Single(d => d.Id == id)));
        IndexNumber = found.IndexNumber!;
        return found.Address!;
    }

    private static async Task<string> AddCorrectedAsync(TestStore store, DisclosureDesk desk)
    {
        var id = await desk.PublishedAsync(desk.GoodText("关于公布救助标准的通知") with { PlainSummary = "每人每月补助810元。" });
        Must(await desk.WorkAsync(async w => await w.BeginCorrectionAsync(
            new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "更正救助标准数字", desk.Clerk))));
        var text = desk.GoodText("关于公布救助标准的通知") with { PlainSummary = "每人每月补助880元。", Body = desk.GoodText().Body.Replace("请认真贯彻执行", "请抓好贯彻执行", StringComparison.Ordinal) };
        Must(await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text, desk.GoodItems, desk.Clerk))));
        await PassAsync(store, desk, id);
        return await AddressAsync(store, id);
    }

    private static async Task<string> AddWithdrawnAsync(
        TestStore store, DisclosureDesk desk, string title, WithdrawalReason reason, string notice, string replacement = "")
    {
        var id = await desk.PublishedAsync(desk.GoodText(title));
        await desk.WithdrawAsync(id, reason, notice, replacement);
        return await AddressAsync(store, id);
    }

    private static async Task AttachAsync(DisclosureDesk desk, Guid id, string name, string content, bool isOriginal)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        Must(await desk.EditAsync(async e => await e.AttachAsync(new AttachFile(id, await desk.RevisionAsync(id), name, isOriginal, desk.Clerk), stream)));
    }

    private static async Task PassAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        Must(await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk))));
        Must(await desk.WorkAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", desk.Reviewer))));
        Must(await desk.WorkAsync(async w => await w.ApproveAsync(new ApproveDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer))));
        Must(await desk.PublishAsync(id));
    }

    private static Task<string> AddressAsync(TestStore store, Guid id) =>
        store.ReadAsync(db => Task.FromResult(db.Disclosures.Single(d => d.Id == id).Address!));

    private static void Must(Core.Shared.Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }
}
