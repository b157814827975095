using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>For every rule of the checklist one text that breaks it and one, as near as can be, that keeps it.</summary>
public static class ChecklistCases
{
    private const string Long = "为做好城乡低保工作，现就有关事项通知如下，请认真贯彻执行，并按时报送落实情况和工作总结。";
    private static readonly DateOnly Today = ChecklistCase.Today;
    private static readonly ChecklistCase Good = new();

    /// <summary>A text under an item whose limit counts from a day of its own.</summary>
    private static ChecklistCase Counting(LimitAnchor anchor, DateOnly on) => Good.With(t => t with { TriggerOn = on }).Knowing(f => f with { TriggerAnchor = anchor });

    /// <summary>Shown until a day, under an item whose limit demands a display until the ninth day from today.</summary>
    private static ChecklistCase Displayed(DateOnly until) => Good.With(t => t with { DisplayUntil = until })
        .Knowing(f => f with { Display = new DisplayDemand("评优公示", new LimitSpan(7, LimitUnit.WorkingDay), Today.AddDays(9)) });

    private static ChecklistCase Body(string body) => Good.With(t => t with { Body = body });

    private static ChecklistCase Asked(Func<InterpretationFacts, InterpretationFacts> change) =>
        Good.Knowing(f => f with { Interpretation = change(new InterpretationFacts { IsAsked = true }) });

    private static ChecklistCase Explaining(Func<InterpretationFacts, InterpretationFacts> change) => Good.With(t => t with { Genre = DisclosureGenre.Interpretation })
        .Knowing(f => f with { Interpretation = change(new InterpretationFacts { Form = InterpretationForm.Text, Policies = 1, Interpreter = DisclosureDesk.Head }) });

    private static ChecklistCase Normative(Func<DisclosureText, DisclosureText> change) => Good.With(t => change(t with
    {
        Genre = DisclosureGenre.Normative,
        EffectiveOn = Today,
        ExpiresOn = Today.AddYears(5),
        PlainSummary = "低保怎么办，看这里。",
    }));

    private static ChecklistCase Simply(string plain) => Good.With(t => t with { PlainSummary = plain });

    /// <summary>It has to be interpreted, which happened long ago.</summary>
    private static ChecklistCase Owing(string plain) => Simply(plain).Knowing(f => f with { Interpretation = new InterpretationFacts { IsRequired = true } });

    private static ChecklistCase Words(string body, bool grave) => Listed(Body(Long + body), grave);

    private static ChecklistCase Listed(ChecklistCase one, bool grave) => one.Knowing(f => f with
    {
        Words = new WordMatcher([new WordLine(Guid.NewGuid(), new WordEntry("人名政府", "人民政府", WordListKind.Spelling, grave, "", ""))]),
    });

    private static ChecklistCase Replacing(bool repeals) => Normative(t => t) with { Replaces = [new ReplacementChoice(Guid.NewGuid(), repeals)] };

    private static ChecklistCase NameList(Func<DisclosureText, DisclosureText> change) => Good.With(t => change(t with
    {
        Genre = DisclosureGenre.NameList,
        DisplayUntil = Today.AddDays(9),
        ObjectionContact = "市民政局社会救助股，0775-3380000",
    }));

    private static Func<DisclosureFacts, DisclosureFacts> WithDisplayUntil(DateOnly day) =>
        facts => facts with { Published = new PublishedFacts(Good.Text with { DisplayUntil = day }, []) };

    private static ChecklistCase Item(Func<ItemFacts, ItemFacts> change) =>
        Good.Knowing(f => f with { Items = new Dictionary<string, ItemFacts> { ["05-abc"] = change(f.Items["05-abc"]) } });

    /// <summary>A change under way of a version with this body.</summary>
    private static ChecklistCase Changing(ChangeKind kind, string before, string after) =>
        (Body(Long + after) with { Change = kind }).Knowing(f => f with { Published = new PublishedFacts(Good.Text with { Body = Long + before }, []) });

    private static readonly PoisonedFile CleanBook = new("公示表.xlsx", FileKind.Xlsx, OfficeZip.Xlsx([("公示", "", OfficeZip.Rows(["姓名", "金额"], ["张*", "600"]))]), [], "");

    private static ChecklistCase Attached(string poisoned) => Attached(PoisonedFiles.Of(poisoned));

    private static ChecklistCase Attached(PoisonedFile file) => Good with { Contents = [file] };

    private static ChecklistCase Letter(string words) => Attached(new PoisonedFile("公示.docx", FileKind.Docx, OfficeZip.Docx(OfficeZip.P(words)), [], ""));

    private static ChecklistCase Book(params string[][] rows) => Attached(new PoisonedFile("名单.xlsx", FileKind.Xlsx, OfficeZip.Xlsx([("名单", "", OfficeZip.Rows(rows))]), [], ""));

    private static ChecklistCase Nested(int levels)
    {
        var file = OfficeZip.Docx(OfficeZip.P("最里层"));
        for (var i = 0; i < levels; i++) file = OfficeZip.Docx(OfficeZip.P("外层"), ("embeddings/inner.docx", file));
        return Attached(new PoisonedFile("套娃.docx", FileKind.Docx, file, [], ""));
    }

    private static ChecklistCase Files(params string[] names) => Good with { Files = names };

    /// <summary>Code to (breaks, keeps).</summary>
    public static IReadOnlyDictionary<string, (ChecklistCase Breaks, ChecklistCase Keeps)> All { get; } = new Dictionary<string, (ChecklistCase, ChecklistCase)>
    {
        ["TitleHasForbiddenCharacters"] = (Good.With(t => t with { Title = "关于低保\u202E工作的通知" }), Good.With(t => t with { Title = "关于𠮷祥社区工作的通知" })),
        ["TitleIsFileName"] = (Good.With(t => t with { Title = "低保通知（定稿）.docx" }), Good.With(t => t with { Title = "关于启用docx格式的通知" })),
        ["TitleTooShort"] = (Good.With(t => t with { Title = "低保通知" }), Good.With(t => t with { Title = "低保工作通知" })),
        ["TitleKindDiffers"] = (Good.With(t => t with { Kind = DocumentKind.Announcement }), Good.With(t => t with { Kind = DocumentKind.Other })),
        ["BodyMissing"] = (Body(" \n "), Files("通知.pdf").With(t => t with { Body = "" })),
        ["BodyTooShort"] = (Body("详见附件。"), Body(Long)),
        ["BodyHasForbiddenCharacters"] = (Body(Long + "\u0007"), Body(Long + "\t。")),
        ["BodyNotReadable"] = (Body(Long + "\n\n" + new string('>', 40) + " 深"), Body(Long + "\n\n> 引用")),
        ["PlaceholderLeft"] = (Body(Long + "联系人：XXX"), Body(Long + "联系人：韦科长")),
        ["TitleRepeatedInBody"] = (Body("# 桂平市民政局关于做好城乡低保工作的通知\n\n" + Long), Body(Long)),
        ["SummaryMissing"] = (Good.With(t => t with { Summary = "" }), Good),
        ["KeywordsMissing"] = (Good.With(t => t with { Keywords = "" }), Good),
        ["PlainSummaryMissing"] = (Owing(""), Owing("低保怎么办，看这里。")),
        ["PlainSummaryAdvised"] = (Normative(t => t with { PlainSummary = "" }), Owing("")),
        ["PlainSummaryTooLong"] = (Simply(string.Concat(Enumerable.Repeat("十个字一句话的摘要。", 15)) + "多"), Simply(string.Concat(Enumerable.Repeat("十个字一句话的摘要。", 15)))),
        ["PlainSentenceTooLong"] = (Simply(new string('长', 31)), Simply(new string('短', 30) + "。" + new string('短', 30))),
        ["ItemMissing"] = (Good with { Items = [] }, Good.With(t => t with { Genre = DisclosureGenre.Guide }) with { Items = [] }),
        ["ItemNotInForce"] = (Good with { Items = [new("05-old", "文件全文")] }, Good),
        ["ItemNotOurDuty"] = (Item(i => i with { OrganisationHasDuty = false }), Item(i => i)),
        ["ItemOnApplication"] = (Item(i => i with { Mode = DisclosureMode.OnApplication }), Item(i => i)),
        ["ElementsMissing"] = (Good with { Items = [new("05-abc", "")] }, Item(i => i with { Elements = "" }) with { Items = [new("05-abc", "")] }),
        ["AudienceIsParticular"] = (Item(i => i with { Audience = "特定群众（申请人）" }), Item(i => i with { Audience = "全社会、特定群众" })),
        ["ItemNotForTheWeb"] = (Item(i => i with { Channels = "□政府网站 ■社区/企事业单位/村公示栏（电子屏）" }), Item(i => i with { Channels = "■政府网站 ■社区/企事业单位/村公示栏（电子屏）" })),
        ["FormedOnAfterSignature"] = (
            Good.Knowing(f => f with { FileSignatures = [Today.AddDays(-1)] }),
            Body(Long + "\n\n桂平市民政局\n\n二〇二六年三月二日").Knowing(f => f with { FileSignatures = [Today] })),
        ["FormedOnBeforeSignature"] = (
            Body(Long + "\n\n桂平市民政局\n\n2026年3月9日"),
            Body(Long + "\n\n桂平市民政局\n\n2026年3月2日")),
        ["InterpretationPlanMissing"] = (Asked(f => f), Asked(f => f with { HasPlan = true })),
        ["InterpretationMaterialMissing"] = (
            Asked(f => f with { HasPlan = true, Moment = ChecklistMoment.Approval, Ready = [InterpretationForm.Chart, InterpretationForm.Video] }),
            Asked(f => f with { HasPlan = true, Moment = ChecklistMoment.Publication, Ready = [InterpretationForm.Chart, InterpretationForm.Text] })),
        ["InterpretationOfNothing"] = (Explaining(f => f with { Policies = 0 }), Explaining(f => f)),
        ["InterpretationGenreChanged"] = (Explaining(f => f).With(t => t with { Genre = DisclosureGenre.Other }), Explaining(f => f)),
        ["InterpretationNotActive"] = (Explaining(f => f).With(t => t with { Attribute = DisclosureAttribute.OnApplication }), Explaining(f => f)),
        ["InterpreterMissing"] = (Explaining(f => f with { Interpreter = new Interpreter { Name = "韦某" } }), Explaining(f => f)),
        ["InterpretationPolicyClosed"] = (Explaining(f => f with { ClosedPolicies = ["低保办法"] }), Explaining(f => f)),
        ["InterpretationPolicyBehind"] = (
            Explaining(f => f with { PoliciesBehind = ["低保办法"], Moment = ChecklistMoment.Approval }),
            Explaining(f => f with { PoliciesBehind = ["低保办法"], Moment = ChecklistMoment.Submission })),
        ["CorrectionChangesFacts"] = (
            Changing(ChangeKind.Correction, "标准为每月810元，另补120元，从2026年1月1日起。", "标准为每月860元，另补150元，从2026年4月1日起。"),
            Changing(ChangeKind.Update, "标准为每月810元，另补120元，从2026年1月1日起。", "标准为每月860元，另补150元，从2026年4月1日起。")),
        ["UpdatePublishedLate"] = (
            Changing(ChangeKind.Update, "", "补充一句。").Knowing(f => f with { ChangeDueOn = Today.AddDays(-1) }),
            Changing(ChangeKind.Update, "", "补充一句。").Knowing(f => f with { ChangeDueOn = Today })),
        ["AspectMissing"] = (Good.With(t => t with { Aspects = DisclosureAspects.None }), Good.With(t => t with { Aspects = DisclosureAspects.Result })),
        ["MandatoryClassMissing"] = (Good.With(t => t with { MandatoryClass = null }), Good),
        ["ChannelsMissing"] = (Good.With(t => t with { Channels = "" }), Good),
        ["OrganisationCodeMissing"] = (Good.Knowing(f => f with { OrganisationHasCode = false }), Good),
        ["OrganisationDissolved"] = (Good.Knowing(f => f with { OrganisationIsActive = false }), Good),
        ["DocumentNumberMissing"] = (Normative(t => t with { DocumentNumber = "" }), Good.With(t => t with { DocumentNumber = "" })),
        ["DocumentNumberInvalid"] = (Good.With(t => t with { DocumentNumber = "浔民发2026年12号" }), Good.With(t => t with { DocumentNumber = "浔民发[2026]第012号" })),
        ["DocumentNumberTaken"] = (Good.Knowing(f => f with { DocumentNumberTakenBy = "另一份通知" }), Good),
        ["DocumentNumberYearDiffers"] = (Good.With(t => t with { DocumentNumber = "浔民发〔2025〕12号" }), Good.With(t => t with { DocumentNumber = "浔民发〔2026〕13号" })),
        ["DocumentDateMissing"] = (Good.With(t => t with { DocumentDate = null }), Good.With(t => t with { DocumentDate = null, DocumentNumber = "" })),
        ["DocumentDateInFuture"] = (Good.With(t => t with { DocumentDate = Today.AddDays(1) }), Good.With(t => t with { DocumentDate = Today })),
        ["FormedOnMissing"] = (Good.With(t => t with { FormedOn = null }), Good),
        ["FormedOnInFuture"] = (Good.With(t => t with { FormedOn = Today.AddDays(1) }), Good.With(t => t with { FormedOn = Today })),
        ["FormedOnAfterDocumentDate"] = (Good.With(t => t with { DocumentDate = Today.AddDays(-3), FormedOn = Today.AddDays(-2) }), Good.With(t => t with { FormedOn = Today.AddDays(-2) })),
        ["SignatureDateDiffers"] = (Body(Long + "\n\n桂平市民政局\n\n2026年2月1日"), Body(Long + "\n\n桂平市民政局\n\n2026年3月2日")),
        ["TriggerOnInFuture"] = (Counting(LimitAnchor.Approved, Today.AddDays(1)), Counting(LimitAnchor.EventHeld, Today.AddDays(1))),
        ["TriggerOnAfterFormed"] = (
            Counting(LimitAnchor.Approved, Today).With(t => t with { FormedOn = Today.AddDays(-1), DocumentDate = Today.AddDays(-1) }), Counting(LimitAnchor.Approved, Today)),
        ["EventBeforeFormed"] = (Counting(LimitAnchor.EventHeld, Today.AddDays(-1)), Counting(LimitAnchor.EventHeld, Today)),
        ["TriggerOnMoved"] = (
            Counting(LimitAnchor.Approved, Today.AddDays(-2)) with { HandedIn = Good.Text with { TriggerOn = Today.AddDays(-3) } },
            Counting(LimitAnchor.Approved, Today.AddDays(-2)) with { HandedIn = Good.Text with { TriggerOn = Today.AddDays(-2), Summary = "其他概述。" } }),
        ["DisplayShorterThanLimit"] = (Displayed(Today.AddDays(8)), Displayed(Today.AddDays(9))),
        ["PublishedLate"] = (Good.Knowing(f => f with { DueOn = Today.AddDays(-1) }), Good.Knowing(f => f with { DueOn = Today })),
        ["ExpiresBeforeEffective"] = (Normative(t => t with { ExpiresOn = Today.AddDays(-1) }), Normative(t => t with { ExpiresOn = Today })),
        ["EffectiveBeforeDocument"] = (Normative(t => t with { EffectiveOn = Today.AddDays(-1) }), Normative(t => t)),
        ["AlreadyExpired"] = (Normative(t => t with { EffectiveOn = Today.AddDays(-9), ExpiresOn = Today.AddDays(-1) }), Normative(t => t with { ExpiresOn = Today })),
        ["EffectiveDateMissing"] = (Normative(t => t with { EffectiveOn = null }), Normative(t => t)),
        ["ExpiryDateMissing"] = (Normative(t => t with { ExpiresOn = null }), Normative(t => t)),
        ["DisplayPeriodMissing"] = (NameList(t => t with { DisplayUntil = null }), NameList(t => t)),
        ["DisplayPeriodOver"] = (NameList(t => t with { DisplayUntil = Today.AddDays(-1) }), NameList(t => t with { DisplayUntil = Today })),
        ["DisplayExtendedByCorrection"] = (
            NameList(t => t with { DisplayUntil = Today.AddDays(10) }).Knowing(WithDisplayUntil(Today.AddDays(9))) with { Change = ChangeKind.Correction },
            NameList(t => t with { DisplayUntil = Today.AddDays(9) }).Knowing(WithDisplayUntil(Today.AddDays(9))) with { Change = ChangeKind.Correction }),
        ["DisplayPeriodShort"] = (
            NameList(t => t).Knowing(f => f with { DisplayWorkingDays = 6, LeastDisplayWorkingDays = 7 }),
            NameList(t => t).Knowing(f => f with { DisplayWorkingDays = 7, LeastDisplayWorkingDays = 7 })),
        ["ObjectionContactMissing"] = (NameList(t => t with { ObjectionContact = "" }), NameList(t => t)),
        ["GroundMissing"] = (Good.With(t => t with { Attribute = DisclosureAttribute.NotPublic }), Good.With(t => t with { Attribute = DisclosureAttribute.NotPublic, NonDisclosureGround = NonDisclosureGround.InternalAffairs })),
        ["GroundContradicts"] = (Good.With(t => t with { NonDisclosureGround = NonDisclosureGround.ThirdParty }), Good),
        ["GraveWrongWord"] = (Words("请到人名政府办理。", grave: true), Words("请到人民政府办理。", grave: true)),
        ["WrongWord"] = (Words("请到人名政府办理。", grave: false), Words("请到人民政府办理。", grave: false)),
        ["FileGraveWrongWord"] = (Listed(Letter("请到人名政府办理。"), grave: true), Listed(Letter("请到人名政府办理。"), grave: false)),
        ["FileWrongWord"] = (Listed(Book(["办理地点"], ["县人名政府"]), grave: false), Listed(Book(["办理地点"], ["县人民政府"]), grave: false)),
        ["ReplacedNotPublic"] = (Replacing(repeals: false).Knowing(f => f with { ReplacedGone = 1 }), Replacing(repeals: false)),
        ["RepealWithoutEffectiveDate"] = (Replacing(repeals: true).With(t => t with { EffectiveOn = null }), Replacing(repeals: true)),
        ["RepealedNotNamed"] = (
            Normative(t => t with { Body = Long + "\n\n本办法自印发之日起施行，原办法同时废止。" }),
            Replacing(repeals: true).With(t => t with { Body = Long + "\n\n本办法自印发之日起施行，原办法同时废止。" })),
        ["CorrectionChangesNothing"] = (Good.Knowing(f => f with { Published = new PublishedFacts(Good.Text, []) }), Good.Knowing(f => f with { Published = new PublishedFacts(Good.Text with { Summary = "旧概述。" }, []) })),
        ["SameTitlePublished"] = (Good.Knowing(f => f with { SameTitleAddress = "mzj-2026-00001" }), Good),
        ["IdentityNumberFound"] = (Body(Long + "身份证号11010519491231002X。"), Body(Long + "身份证号110105194912310021。")),
        ["SuspectedIdentityNumberFound"] = (Body(Long + "身份证号110105194912310021。"), Body(Long + "许可证编号450881202601050101。")),
        ["BankCardFound"] = (Body(Long + "卡号6222020000000000000。"), Body(Long + "卡号6222020000000000001。")),
        ["MobileNumberFound"] = (Body(Long + "联系电话13877512345。"), Body(Long + "联系电话0775-3380000。")),
        ["HomeAddressFound"] = (Body(Long + "户主住址：木乐镇白沙村三组12号。"), Body(Long + "办公地址：木乐镇木乐街18号。")),
        ["LinkIntoOurNetwork"] = (Body(Long + "[系统](http://192.168.1.8/oa)"), Body(Long + "[网站](https://www.gov.cn/zhengce)")),
        ["DeadLink"] = (Good.Knowing(f => f with { DeadLinks = ["/disclosures/mzj-2026-00099"] }), Good),
        ["PictureWithoutDescription"] = (Files("图1.png").With(t => t with { Body = Long + "\n\n![](attachment:图1.png)" }), Files("图1.png").With(t => t with { Body = Long + "\n\n![办理流程图](attachment:图1.png)" })),
        ["PictureNotAttached"] = (Body(Long + "\n\n![办理流程图](attachment:图1.png)"), Files("图1.png").With(t => t with { Body = Long + "\n\n![办理流程图](attachment:图1.png)" })),
        ["TableWithoutHeader"] = (Body(Long + "\n\n| | |\n|---|---|\n| 乡镇 | 户数 |"), Body(Long + "\n\n| 乡镇 | 户数 |\n|---|---|\n| 木乐镇 | 12 |")),
        ["AnnexNotAttached"] = (Body(Long + "\n\n附件：低保标准表"), Files("低保标准表.pdf").With(t => t with { Body = Long + "\n\n附件：低保标准表" })),
        ["FileMissing"] = (Files("标准表.pdf").Knowing(f => f with { MissingFiles = [new string('a', 64)] }), Files("标准表.pdf")),
        ["FileKindUnknown"] = (Files("标准表.zip") with { FileKind = "zip" }, Files("标准表.pdf")),
        ["FileNameRepeated"] = (Files("标准表.pdf", "标准表.pdf"), Files("标准表.pdf", "流程图.pdf")),
        ["SensitiveColumn"] = (Body(Long + "\n\n| 姓名 | 致贫原因 |\n|---|---|\n| 张三 | 因病 |"), Body(Long + "\n\n| 姓名 | 致贫原因 |\n|---|---|\n| 张三 | *** |")),
        ["ContactColumn"] = (Body(Long + "\n\n| 姓名 | 联系电话 |\n|---|---|\n| 张三 | 13877512345 |"), Body(Long + "\n\n| 姓名 | 联系电话 |\n|---|---|\n| 张三 | 0775-3380000 |")),
        ["FileNotInspected"] = (Files("标准表.pdf") with { AreInspected = false }, Files("标准表.pdf")),
        ["FileIdentityNumberFound"] = (Attached("修订删除.docx"), Letter("身份证号450881********1234")),
        ["FileSuspectedIdentityNumberFound"] = (Letter("身份证号110105194912310021"), Letter("身份证号110***********0021")),
        ["FileBankCardFound"] = (Attached("低保名单.xlsx"), Letter("卡号末四位0000")),
        ["FileSensitiveColumn"] = (Attached("病种名单.xlsx"), Book(["姓名", "病种"], ["张三", "***"])),
        ["FileContactColumn"] = (Book(["姓名", "联系电话"], ["张三", "13877512345"]), Book(["姓名", "联系电话"], ["张三", "138****2345"])),
        ["FileMobileFound"] = (Letter("联系电话13877512345"), Letter("联系电话0775-3380000")),
        ["FileHomeAddressFound"] = (Letter("住木乐镇白沙村三组12号"), Letter("住木乐镇白沙村")),
        ["FileHiddenSheet"] = (Attached("深度隐藏工作表.xlsx"), Attached(CleanBook)),
        ["FileHiddenCells"] = (Attached("隐藏行.xlsx"), Attached(CleanBook)),
        ["FileTrackedChanges"] = (Attached("修订插入.docx"), Letter("已接受全部修订。")),
        ["FileComments"] = (Attached("批注.docx"), Letter("已删除全部批注。")),
        ["FileHiddenText"] = (Attached("白色文字.docx"), Letter("看得见的文字。")),
        ["FileHiddenSlide"] = (Attached("隐藏幻灯片.pptx"), Attached("幻灯片.pptx")),
        ["FileNotes"] = (Attached("演讲备注.pptx"), Attached("幻灯片.pptx")),
        ["FileCachedData"] = (Attached("透视表缓存.xlsx"), Attached(CleanBook)),
        ["FileEmbeddedFile"] = (Attached("内嵌表格.docx"), Letter("没有内嵌文件。")),
        ["FileGps"] = (Attached("现场照片.jpg"), Attached("照片注释.jpg")),
        ["FilePersonalProperties"] = (Attached("文件属性.docx"), Attached("自定义属性.docx")),
        ["FileEncrypted"] = (Attached("加密文件.pdf"), Attached("文字层.pdf")),
        ["FileUnreadable"] = (Attached(CleanBook with { Content = [1, 2, 3] }), Attached(CleanBook)),
        ["FileNotReadToEnd"] = (Nested(5), Nested(2)),
        ["FileImageOnly"] = (Attached("扫描件.pdf"), Attached("现场照片.jpg").With(t => t with { Body = Long + "\n\n![入户核查现场](attachment:现场照片.jpg)" })),
        ["FileTextUnderPicture"] = (Attached("文字层与图片不一致.pdf"), Attached("文字层.pdf")),
        ["FileNameSaysNothing"] = (Files("新建文档1.pdf"), Files("低保标准表.pdf")),
        ["FigureFaulty"] = (Body(Long + "\n\n```chart 柱状图\n标题：标准\n类别|数\n城市|多\n```"), Body(Long + "\n\n```chart 柱状图\n标题：标准\n类别|数\n城市|880\n```")),
        ["MediaNotAttached"] = (Film(t => t.Replace("解读.mp4", "别的.mp4", StringComparison.Ordinal)), Film()),
        ["MediaOfAnotherKind"] = (Film(t => t.Replace("文件：attachment:解读.mp4", "文件：attachment:封面.png", StringComparison.Ordinal)), Film()),
        ["PosterNoPicture"] = (Film(t => t.Replace("封面：attachment:封面.png", "封面：attachment:字幕.vtt", StringComparison.Ordinal)), Film()),
        ["CaptionsNoVtt"] = (Film(t => t.Replace("字幕：attachment:字幕.vtt", "字幕：attachment:封面.png", StringComparison.Ordinal)), Film()),
        ["AlternativeTooShort"] = (Picture("图。"), Picture(Long)),
        ["TranscriptTooShort"] = (Film(t => t.Replace(Long + Long, "大家好。", StringComparison.Ordinal)), Film()),
        ["CaptionsMissing"] = (Film(t => t.Replace("字幕：attachment:字幕.vtt\n", "", StringComparison.Ordinal)), Film()),
        ["PosterMissing"] = (Film(t => t.Replace("封面：attachment:封面.png\n", "", StringComparison.Ordinal)), Film()),
        ["MediaNotShown"] = (Film(_ => Long), Film()),
        ["FormMissing"] = (Explaining(InterpretationForm.Chart, Long), Explaining(InterpretationForm.Chart, Long + "\n\n```chart 柱状图\n标题：标准\n类别|数\n城市|880\n```")),
        ["QuestionsFew"] = (Explaining(InterpretationForm.QuestionsAndAnswers, Answers(2)), Explaining(InterpretationForm.QuestionsAndAnswers, Answers(3))),
        ["QuestionWithoutAnswer"] = (Explaining(InterpretationForm.QuestionsAndAnswers, Answers(3) + "\n\n## 问4：怎么申请？"), Explaining(InterpretationForm.QuestionsAndAnswers, Answers(4))),
        ["QuestionNumberTwice"] = (Explaining(InterpretationForm.QuestionsAndAnswers, Answers(3) + "\n\n" + Answers(1)), Explaining(InterpretationForm.QuestionsAndAnswers, Answers(3))),
        ["ContentElementsFew"] = (Explaining(InterpretationForm.Text, "请认真阅读。"), Explaining(InterpretationForm.Text, "出台背景：生活费用上涨。适用范围：本市户籍。执行标准：每人每月880元。")),
        ["RepeatsPolicy"] = (Explaining(InterpretationForm.Text, Rule), Explaining(InterpretationForm.Text, "低保标准提高了。" + Long + Long)),
    };

    private const string Rule = "城市居民最低生活保障标准由每人每月八百四十元提高到每人每月八百八十元，农村居民最低生活保障标准由每人每年七千二百元提高到每人每年七千六百八十元，自二〇二六年一月一日起执行，差额部分随四月资金一并补发，保障对象无须另行申请。";

    private static ChecklistCase Explaining(InterpretationForm form, string body) => Good.With(t => t with { Genre = DisclosureGenre.Interpretation, Body = body })
        .Knowing(f => f with { Content = new InterpretationContentFacts(form, [Rule]) });

    private static string Answers(int pairs) => string.Join("\n\n", Enumerable.Range(1, pairs).Select(i => $"## 问{i}：第{i}件事怎么办？\n\n到村委会办理。"));

    private static ChecklistCase Picture(string words)
    {
        var text = Good.With(t => t with { Body = $"{Long}\n\n```图解\n标题：办理流程\n文件：attachment:封面.png\n图片内容说明：\n{words}\n```" });
        return text with { Contents = [new PoisonedFile("封面.png", FileKind.Png, [], [], "")] };
    }

    /// <summary>A text with a film that has everything it needs; a case takes something away.</summary>
    private static ChecklistCase Film(Func<string, string>? change = null)
    {
        var body = $"{Long}\n\n```视频\n标题：低保政策解读\n文件：attachment:解读.mp4\n封面：attachment:封面.png\n字幕：attachment:字幕.vtt\n文字稿：\n{Long}{Long}\n```";
        var text = Good.With(t => t with { Body = change is null ? body : change(body) });
        return text with { Contents = [new PoisonedFile("解读.mp4", FileKind.Mp4, [0], [], ""), new PoisonedFile("封面.png", FileKind.Png, [], [], ""), new PoisonedFile("字幕.vtt", FileKind.Vtt, [], [], "")] };
    }
}
