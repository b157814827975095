using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>The cells of an item as a person types them.</summary>
public sealed record ItemInput
{
    [Display(Name = "序号"), StringLength(StandardItem.SequenceLength)]
    public string? Sequence { get; init; }

    [Display(Name = "一级事项"), Required, StringLength(StandardItem.LevelNameLength)]
    public string? Level1 { get; init; }

    [Display(Name = "二级事项"), StringLength(StandardItem.LevelNameLength)]
    public string? Level2 { get; init; }

    [Display(Name = "三级事项"), StringLength(StandardItem.LevelNameLength)]
    public string? Level3 { get; init; }

    [Display(Name = "公开内容（要素）"), StringLength(StandardItem.LongTextLength)]
    public string? Elements { get; init; }

    [Display(Name = "公开依据"), StringLength(StandardItem.LongTextLength)]
    public string? LegalBasis { get; init; }

    [Display(Name = "公开时限"), StringLength(StandardItem.ShortTextLength)]
    public string? TimeLimit { get; init; }

    [Display(Name = "公开主体"), StringLength(StandardItem.ShortTextLength)]
    public string? Body { get; init; }

    [Display(Name = "公开渠道和载体"), StringLength(StandardItem.LongTextLength)]
    public string? Channels { get; init; }

    [Display(Name = "公开对象"), StringLength(StandardItem.ShortTextLength)]
    public string? Audience { get; init; }

    [Display(Name = "其他栏目"), StringLength(StandardItem.LongTextLength)]
    public string? Extra { get; init; }

    [Display(Name = "公开层级")]
    public List<GovernmentLevels> Levels { get; init; } = [];

    [Display(Name = "公开方式")]
    public DisclosureMode Mode { get; init; }

    [Display(Name = "五公开")]
    public List<DisclosureAspects> Aspects { get; init; } = [];

    [Display(Name = "法定类别")]
    public MandatoryClass? MandatoryClass { get; init; }

    public static IEnumerable<SelectListItem> LevelChoices => SetWords.AllLevels.Select(Choice);

    public static IEnumerable<SelectListItem> AspectChoices => DisclosureAspectSet.All.Select(Choice);

    public static IEnumerable<SelectListItem> ModeChoices => Enum.GetValues<DisclosureMode>().Select(Choice);

    public static IEnumerable<SelectListItem> ClassChoices => Enum.GetValues<MandatoryClass>().Select(Choice);

    public static ItemInput Of(StandardItem item) => new()
    {
        Sequence = item.Sequence,
        Level1 = item.Text.Level1,
        Level2 = item.Text.Level2,
        Level3 = item.Text.Level3,
        Elements = item.Text.Elements,
        LegalBasis = item.Text.LegalBasis,
        TimeLimit = item.Text.TimeLimit,
        Body = item.Text.Body,
        Channels = item.Text.Channels,
        Audience = item.Text.Audience,
        Extra = item.Text.Extra,
        Levels = [.. SetWords.AllLevels.Where(l => item.Levels.HasFlag(l))],
        Mode = item.Mode,
        Aspects = [.. item.Aspects.Members()],
        MandatoryClass = item.MandatoryClass,
    };

    public ItemContent ToContent() => new(
        Sequence ?? "",
        new StandardItemText
        {
            Level1 = Tidy(Level1),
            Level2 = Tidy(Level2),
            Level3 = Tidy(Level3),
            Elements = Tidy(Elements),
            LegalBasis = Tidy(LegalBasis),
            TimeLimit = Tidy(TimeLimit),
            Body = Tidy(Body),
            Channels = Tidy(Channels),
            Audience = Tidy(Audience),
            Extra = Tidy(Extra),
        },
        Levels.Aggregate(GovernmentLevels.None, (all, l) => all | l), Mode, Aspects.Aggregate(DisclosureAspects.None, (all, a) => all | a), MandatoryClass);

    // Browsers send line breaks as CR LF whatever they were given.
    private static string Tidy(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static SelectListItem Choice<T>(T value)
        where T : struct, Enum => new(Words.Of(value), value.ToString());
}
