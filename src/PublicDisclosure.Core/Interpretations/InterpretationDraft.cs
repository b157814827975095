using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>What a policy already tells about its interpretation, so that the clerk need not type it.</summary>
public static class InterpretationDraft
{
    /// <summary>
    /// What an interpretation should say (背景依据、目标任务……), as headings of a text to fill in; the words below each are unfinished
    /// text that the checklist finds.
    /// </summary>
    public static IReadOnlyList<string> Elements { get; } = ["背景依据", "目标任务", "主要内容", "适用范围", "执行标准", "注意事项", "关键词诠释", "惠民利民举措", "新旧政策差异"];

    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>The first text of an interpretation. Dates, items and document number of the policy are not its own and stay away.</summary>
    public static DisclosureText Of(DisclosureText policy, InterpretationForm form) => new()
    {
        Title = Title(policy.Title, Word(form)),
        Kind = DocumentKind.Other,
        Genre = DisclosureGenre.Interpretation,
        Aspects = policy.Aspects,
        MandatoryClass = policy.MandatoryClass,
        Theme = policy.Theme,
        Keywords = policy.Keywords,
        Channels = policy.Channels,
        Summary = ShortText.Start($"对《{policy.Title}》的{Word(form)}。", DisclosureText.SummaryLength),
        Body = form is InterpretationForm.Text ? string.Join("\n\n", Elements.Select((e, i) => $"## {Numerals[i]}、{e}\n\n待补充")) : "",
    };

    /// <summary>What the form is called in a title.</summary>
    public static string Word(InterpretationForm form) => form switch
    {
        InterpretationForm.Text => "文字解读",
        InterpretationForm.QuestionsAndAnswers => "简明问答",
        InterpretationForm.Chart => "图解",
        InterpretationForm.Audio => "音频解读",
        InterpretationForm.Video => "视频解读",
        InterpretationForm.Expert => "专家解读",
        _ => "新闻发布会",
    };

    private static string Title(string policy, string form) => $"《{ShortText.Start(policy, DisclosureText.TitleLength - form.Length - 2)}》{form}";
}
