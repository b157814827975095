using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>What the edit form carries. Times of publication are not among it: the server alone knows them.</summary>
public sealed record DraftInput
{
    [Display(Name = "标题"), Required, StringLength(DisclosureText.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "正文"), StringLength(DisclosureText.BodyLength)]
    public string? Body { get; set; }

    [Display(Name = "发文字号"), StringLength(Core.Disclosures.DocumentNumber.MaxLength)]
    public string? DocumentNumber { get; set; }

    [Display(Name = "成文日期"), LegalDate]
    public DateOnly? DocumentDate { get; set; }

    [Display(Name = "内容概述"), StringLength(DisclosureText.SummaryLength)]
    public string? Summary { get; set; }

    [Display(Name = "信息形成日期"), LegalDate]
    public DateOnly? FormedOn { get; set; }

    [Display(Name = "起算日期"), LegalDate]
    public DateOnly? TriggerOn { get; set; }

    [Display(Name = "体裁")]
    public DocumentKind Kind { get; set; }

    [Display(Name = "信息类别")]
    public DisclosureGenre Genre { get; set; }

    [Display(Name = "涉及范围")]
    public List<PublicConcerns> Concerns { get; set; } = [];

    [Display(Name = "公开属性")]
    public DisclosureAttribute Attribute { get; set; }

    [Display(Name = "不予公开的理由")]
    public NonDisclosureGround? NonDisclosureGround { get; set; }

    [Display(Name = "五公开")]
    public List<DisclosureAspects> Aspects { get; set; } = [];

    [Display(Name = "法定主动公开内容")]
    public MandatoryClass? MandatoryClass { get; set; }

    [Display(Name = "主题分类")]
    public ThemeClass Theme { get; set; }

    [Display(Name = "公开渠道")]
    public List<Channel> Channels { get; set; } = [];

    [Display(Name = "关键词"), StringLength(DisclosureText.KeywordsLength)]
    public string? Keywords { get; set; }

    [Display(Name = "信息来源"), StringLength(DisclosureText.SourceLength)]
    public string? Source { get; set; }

    [Display(Name = "通俗摘要"), StringLength(PlainSummaryRule.StoredLength)]
    public string? PlainSummary { get; set; }

    [Display(Name = "施行日期"), LegalDate]
    public DateOnly? EffectiveOn { get; set; }

    [Display(Name = "失效日期"), LegalDate]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "公示截止日期"), LegalDate]
    public DateOnly? DisplayUntil { get; set; }

    [Display(Name = "异议受理方式"), StringLength(DisclosureText.ContactLength)]
    public string? ObjectionContact { get; set; }

    [Display(Name = "公开事项")]
    public List<ItemInput> Items { get; set; } = [];

    [Display(Name = "增加公开事项"), StringLength(StandardItem.CodeLength)]
    public string? AddItem { get; set; }

    public List<FileInput> Files { get; set; } = [];

    [Display(Name = "导入 Word 文件")]
    public IFormFile? Word { get; set; }

    [Display(Name = "用导入的内容替换现有正文")]
    public bool ReplaceBody { get; set; }

    [Display(Name = "上传附件")]
    public List<IFormFile> Uploads { get; set; } = [];
}

/// <summary>A chosen item with its ticked elements.</summary>
public sealed record ItemInput
{
    [StringLength(StandardItem.CodeLength)]
    public string? Code { get; set; }

    public List<string?> Elements { get; set; } = [];

    public bool Remove { get; set; }
}

/// <summary>A file on the draft, its place and its mark.</summary>
public sealed record FileInput
{
    public Guid Id { get; set; }

    [Display(Name = "顺序"), Range(1, 999)]
    public int? Order { get; set; }

    public bool IsOriginal { get; set; }

    public bool Remove { get; set; }
}

/// <summary>A date that a living document can bear: from 1949 to 2100.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LegalDateAttribute : ValidationAttribute
{
    public LegalDateAttribute() => ErrorMessage = "{0}应在1949年至2100年之间。";

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not DateOnly date || DisclosureText.IsLegalDate(date);
}
