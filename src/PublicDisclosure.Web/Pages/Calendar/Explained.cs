using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.TagHelpers;

namespace PublicDisclosure.Web.Pages.Calendar;

/// <summary>A count as the pages show it.</summary>
public sealed record Explained(DateExplanation Count)
{
    /// <summary>20个工作日</summary>
    public string Length => TimeLimitWords.Length(Count.Span, Words.Of);

    /// <summary>One sentence that says the whole rule.</summary>
    public string Sentence => Count.Span.Direction == LimitDirection.Before
        ? $"从{TimeHtml.Text(Count.Start)}的前一日起向前计算，{Length}，最迟为{TimeHtml.Text(Count.End)}。"
        : Count.Span.CountsDays ? $"从{TimeHtml.Text(Count.Start)}的次日起计算，{Length}，到{TimeHtml.Text(Count.End)}为止。" : $"从{TimeHtml.Text(Count.Start)}起{Length}，到{TimeHtml.Text(Count.End)}为止。";

    /// <summary>How the end was moved; empty when it was not.</summary>
    public string Rolled => !Count.IsRolled ? ""
        : Count.Span.Direction == LimitDirection.Before ? $"{TimeHtml.Text(Count.Unrolled)}不上班，提前到前一个工作日{TimeHtml.Text(Count.End)}。" : $"{TimeHtml.Text(Count.Unrolled)}不上班，顺延到下一个工作日{TimeHtml.Text(Count.End)}。";

    /// <summary>Why it is only an estimate, one line a year.</summary>
    public IEnumerable<string> Estimates => Count.Estimates.Select(EstimateTagHelper.Say);

    /// <summary>What a day is called in the strip: the festival, or what became of it.</summary>
    public static string Say(DayStep step) => step.Mark switch
    {
        DayMark.CountedMakeUp => $"调休上班（{step.Day.Name}）",
        DayMark.Holiday => step.Day.Name,
        DayMark.Counted when !step.Day.IsWorking => $"计入（{(step.Day.Name.Length > 0 ? step.Day.Name : "周末")}，按自然日）",
        DayMark.Rolled => step.Day.Name.Length > 0 ? $"{step.Day.Name}，顺延" : "周末，顺延",
        _ => Words.Of(step.Mark),
    };

    /// <summary>周三</summary>
    public static string Weekday(DateOnly on) => "周" + "日一二三四五六"[(int)on.DayOfWeek];
}
