using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Disclosures;

public class DraftProposalTests
{
    private static StandardItem Item(string name, string channels = "■政府网站\n□政府公报\n■公开查阅点")
    {
        var text = new StandardItemText { Level1 = "最低生活保障", Level2 = name, Elements = "文件全文", Channels = channels };
        var item = StandardItem.Create(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "05-x", "1", 1, text, GovernmentLevels.County, DisclosureMode.Active, ItemProvenance.Entered);
        item.ClassifyAspects(DisclosureAspects.Result, confirmed: true);
        item.ClassifyMandatory(MandatoryClass.Livelihood, confirmed: true);
        return item;
    }

    [Fact]
    public void From_Item_FillsWhatTheCatalogueKnows()
    {
        var text = DraftProposal.From(Item("审核结果公示"), "社会救助", ThemeClass.CivilAffairsAndRelief, "桂平市民政局");

        Assert.Equal("桂平市民政局审核结果公示", text.Title);
        Assert.Equal((DisclosureGenre.NameList, DisclosureAspects.Result, MandatoryClass.Livelihood), (text.Genre, text.Aspects, text.MandatoryClass));
        Assert.Equal("Website,ReadingPoint", text.Channels);
        Assert.Equal("社会救助、最低生活保障、审核结果公示", text.Keywords);
        Assert.Empty(DisclosureText.Check(text));
    }

    [Theory]
    [InlineData("部门预算", DisclosureGenre.Budget)]
    [InlineData("行政处罚决定", DisclosureGenre.Enforcement)]
    [InlineData("低保对象名单", DisclosureGenre.NameList)]
    [InlineData("政策法规文件", DisclosureGenre.Other)]
    public void GenreOf_ItemWords_Decide(string name, DisclosureGenre genre) => Assert.Equal(genre, DraftProposal.GenreOf(Item(name).Text));

    [Fact]
    public void Propose_EveryDomainOfTheCatalogue_HasATheme() =>
        Assert.All(Enumerable.Range(1, 29), n => Assert.NotEqual(ThemeClass.GeneralAffairs, ThemeOfDomain.Propose($"{n:D2}")));

    [Fact]
    public void Fill_WordDocument_TakesHeadBodyAndPictures()
    {
        var read = new WordImportResult(
            "各乡镇人民政府：\n\n为切实做好全市城乡低保动态管理工作，现就有关事项通知如下。\n\n![流程](image:1)", "关于做好低保工作的通知", "浔民发[2026]第3号",
            new DateOnly(2026, 2, 27), "桂平市民政局", [new ImportedImage(1, "image/png", [1], "流程")], []);

        var draft = WordDraft.Fill(new DisclosureText { Title = "旧标题" }, read, replaceBody: true, ["图1.png"]);

        Assert.Equal(("关于做好低保工作的通知", DocumentKind.Notice), (draft.Text.Title, draft.Text.Kind));
        Assert.Equal(new DateOnly(2026, 2, 27), draft.Text.FormedOn);
        Assert.Equal("浔民发〔2026〕3号", draft.Text.Normalised().DocumentNumber);
        Assert.Equal("图2.png", Assert.Single(draft.Pictures).FileName);
        Assert.EndsWith("![流程](attachment:图2.png)", draft.Text.Body, StringComparison.Ordinal);
        Assert.Equal("为切实做好全市城乡低保动态管理工作，现就有关事项通知如下。", draft.Text.Summary);
    }

    [Fact]
    public void Fill_TooLongTitle_KeepsTheOldOne_AndAppendsTheBody()
    {
        var read = new WordImportResult("新正文", new string('长', 300), null, null, null, [], []);

        var draft = WordDraft.Fill(new DisclosureText { Title = "旧标题", Body = "旧正文" }, read, replaceBody: false, []);

        Assert.Equal(("旧标题", "旧正文\n\n新正文"), (draft.Text.Title, draft.Text.Body));
    }

    [Theory]
    [InlineData("关于印发办法的通知（试行）", DocumentKind.Notice)]
    [InlineData("会议纪要", DocumentKind.Minutes)]
    [InlineData("工作方案", null)]
    public void KindOf_LastWords_Decide(string title, DocumentKind? kind) => Assert.Equal(kind, WordDraft.KindOf(title));
}
