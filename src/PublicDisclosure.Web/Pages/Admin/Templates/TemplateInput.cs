using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Templates;

namespace PublicDisclosure.Web.Pages.Admin.Templates;

/// <summary>What the form of a template carries: no dates and no numbers, which belong to the document.</summary>
public sealed record TemplateInput
{
    [Display(Name = "模板名称"), Required, StringLength(DisclosureTemplate.NameLength)]
    public string? Name { get; set; }

    [Display(Name = "标题"), Required, StringLength(DisclosureText.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "正文"), StringLength(DisclosureText.BodyLength)]
    public string? Body { get; set; }

    [Display(Name = "内容概述"), StringLength(DisclosureText.SummaryLength)]
    public string? Summary { get; set; }

    [Display(Name = "信息类别")]
    public DisclosureGenre Genre { get; set; } = DisclosureGenre.Other;

    [Display(Name = "体裁")]
    public DocumentKind Kind { get; set; } = DocumentKind.Other;

    [Display(Name = "五公开")]
    public List<DisclosureAspects> Aspects { get; set; } = [];

    [Display(Name = "主题分类")]
    public ThemeClass Theme { get; set; } = ThemeClass.GeneralAffairs;

    [Display(Name = "关键词"), StringLength(DisclosureText.KeywordsLength)]
    public string? Keywords { get; set; }

    [Display(Name = "公开渠道")]
    public List<Channel> Channels { get; set; } = [];

    /// <summary>The form of a template.</summary>
    public static TemplateInput Of(string name, DisclosureText text) => new()
    {
        Name = name,
        Title = text.Title,
        Body = text.Body,
        Summary = text.Summary,
        Genre = text.Genre,
        Kind = text.Kind,
        Aspects = [.. text.Aspects.Members()],
        Theme = text.Theme,
        Keywords = text.Keywords,
        Channels = [.. text.Channels.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(Enum.GetNames<Channel>().Contains).Select(Enum.Parse<Channel>)],
    };

    /// <summary>The text of the form, with what the form does not carry from <paramref name="before"/>.</summary>
    public DisclosureText ToText(DisclosureText before) => before with
    {
        Title = Title ?? "",
        Body = Body ?? "",
        Summary = Summary ?? "",
        Genre = Genre,
        Kind = Kind,
        Aspects = Aspects.Aggregate(DisclosureAspects.None, (all, one) => all | one),
        Theme = Theme,
        Keywords = Keywords ?? "",
        Channels = string.Join(',', Channels.Distinct().Order()),
    };
}
