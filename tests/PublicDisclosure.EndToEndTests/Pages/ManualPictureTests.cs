namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>
/// The pages that the manual shows beside those of the journeys, in the state the prepared records are in. Each opens with its
/// heading in view and is photographed, and at the width of a phone to look at. Only in a run that renews the pictures: that every
/// page opens is <see cref="PageAudit"/>'s to say.
/// </summary>
public sealed class ManualPictureTests(Portal portal) : BrowserTest(portal)
{
    /// <summary>Name of the picture, beginning with the chapter, and the sample it shows.</summary>
    private static readonly (string Name, string Route)[] Shown =
    [
        ("09-沿用上期", "admin/disclosures/{id:guid}/copy"),
        ("03-应急发布", "admin/disclosures/{id:guid}/forcepublish"), ("03-补办审签", "admin/forced-publications/{id:guid}"),
        ("03-公众看到的应急发布登记", "forced-publications"), ("03-审查表", "admin/disclosures/{id:guid}/review-sheet"), ("03-审核人待办", "desk of the reviewer"),
        ("04-变更形成日期", "formed date to decide"), ("04-暂停公开", "admin/disclosures/{id:guid}/suspend"),
        ("04-复核暂停", "admin/disclosures/{id:guid}/decidesuspension"), ("04-公众看到的暂停", "suspended"), ("04-公众看到的公示期满", "display ended"),
        ("05-牵头部门", "admin/catalogue/leads"), ("06-备注", "admin/disclosures/{id:guid}/notes"), ("06-复核", "admin/disclosures/{id:guid}/content-review"),
        ("06-预览链接", "admin/disclosures/{id:guid}/previews"), ("06-收到链接的人看到的草稿", "preview/{token}"),
        ("07-牵头领域", "admin/lead"), ("07-没有公开内容", "admin/lead/gaps"), ("07-收到的提醒", "admin/reminders/{id:guid}"),
        ("08-全过程", "admin/oversight/disclosures/{id:guid}"), ("08-应急发布清单", "admin/oversight/forced-publications"), ("08-形成日期清单", "admin/oversight/formed-dates"),
        ("09-模板", "admin/templates/{id:guid}"), ("09-上传表格", "admin/batches/new"), ("09-预览", "admin/batches/uploads/{id:guid}"), ("09-批次", "admin/batches/{id:guid}"), ("09-回收站", "admin/bin"),
        ("10-文件有效性", "admin/validity"), ("10-登记清理结果", "admin/validity/{id:guid}"), ("10-替代旧文件", "admin/disclosures/{id:guid}/replaces"), ("10-政策文件库", "policies"),
        ("11-词库", "admin/words"), ("11-词条", "admin/words/{id}"), ("11-用词检查结果", "admin/words/findings"),
        ("12-登记", "admin/postings/record"), ("12-确认", "admin/postings/{id:guid}"), ("12-更正", "admin/postings/{id:guid}/correct"),
        ("13-附件脱敏", "mask a file"), ("13-脱敏规则", "admin/masking-rules"),
    ];

    public static TheoryData<string> Names => [.. Shown.Select(s => s.Name)];

    /// <summary>Pictures are being renewed.</summary>
    public static bool Wanted => Pictures.Wanted;

    [Theory(SkipUnless = nameof(Wanted), Skip = "Pictures are renewed with PUBLICDISCLOSURE_SCREENSHOTS=1."), MemberData(nameof(Names))]
    public async Task Page_AsTheManualShowsIt_OpensWithItsHeadingInView(string name)
    {
        var sample = PageSamples.Of(Shown.Single(s => s.Name == name).Route);
        var visit = await VisitAsync(new VisitOptions { As = sample.As, Width = 1280, Height = 900 });

        Assert.Equal(sample.Status, await visit.GoAsync(sample.Address(await Samples.OfAsync(Portal.Site))));

        await Assertions.Expect(visit.Page.Locator("h1")).ToBeInViewportAsync();
        await visit.PictureAsync(name);
        await visit.LookAsync(name + "-1280");
        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.LookAsync(name + "-390");
    }
}
