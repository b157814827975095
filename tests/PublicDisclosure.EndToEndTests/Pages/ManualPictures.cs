namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>
/// The pages that the manual shows beside those of the journeys, in the state the prepared records are in. In a run that renews the
/// pictures the audit of each page photographs it, and at the width of a phone to look at.
/// </summary>
internal static class ManualPictures
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
        ("15-申报本期无信息", "admin/duties/{dutyId:guid}/nothing"), ("15-各单位排名", "admin/duties/ranking"),
        ("16-一格的事项", "coverage/{domain}/{organisation}"),
        ("17-网站自检", "admin/self-test"), ("17-一项指标", "admin/self-test/{indicator}"),
        ("19-图解和音频视频", "admin/disclosures/{id:guid}/media"),
        ("20-留言列表", "admin/letters"), ("20-分办", "admin/letters/{id:guid}/triage"), ("20-起草答复", "admin/letters/{id:guid}/reply"), ("20-审核公开稿", "admin/letters/{id:guid}/publicity"),
        ("22-网站找错", "report-error"), ("22-答复", "admin/error-reports/{id:guid}"),
        ("23-我的待办", "admin"), ("23-待办邮件", "account/mail"),
        ("24-业务系统密钥", "admin/api-keys"), ("24-制发密钥", "admin/api-keys/new"), ("24-密钥", "admin/api-keys/{id:guid}"), ("24-核对来件", "sent by a business system"),
    ];

    /// <summary>Pictures of pages that need more room than a window, in pixels.</summary>
    private static readonly Dictionary<string, int> Heights = new() { ["20-起草答复"] = 1200, ["20-审核公开稿"] = 1360, ["20-分办"] = 1300, ["22-答复"] = 1000, ["24-制发密钥"] = 1060, ["24-密钥"] = 1060 };

    /// <summary>Every page of which the manual has a picture.</summary>
    public static IEnumerable<string> Routes => Shown.Select(s => s.Route);

    /// <summary>The chapters that show a page.</summary>
    public static IEnumerable<string> ChaptersOf(string route) => Shown.Where(s => s.Route == route).Select(s => s.Name[..2]).Distinct();

    /// <summary>Photographs a page that is open, if pictures are wanted and the manual shows it.</summary>
    public static async Task TakeAsync(Visit visit, string route)
    {
        if (!Pictures.Wanted) return;
        foreach (var (name, _) in Shown.Where(s => s.Route == route))
        {
            await visit.Page.SetViewportSizeAsync(1280, 900);
            await visit.PictureAsync(name, Heights.GetValueOrDefault(name, 900));
            await visit.LookAsync(name + "-1280");
            await visit.Page.SetViewportSizeAsync(390, 844);
            await visit.LookAsync(name + "-390");
        }
    }
}
