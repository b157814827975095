using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Text.Media;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about what an interpretation says in its form. Numbers are settings (<see cref="InterpretationContentOptions"/>), 未核实.</summary>
internal static class InterpretationContentRules
{
    private const string Elements = "local rules on policy interpretation: 背景依据、目标任务、主要内容、适用范围、执行标准、注意事项、关键词诠释、惠民利民举措、新旧政策差异";

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("FormMissing", "Body", "house: an interpretation is in the form it says", s => When(Lacks(s) is { Length: > 0 }, Lacks(s) ?? "")),
        Warning("QuestionsFew", "Body", "house: 简明问答 answers what people ask, a setting [未核实]",
            s => When(IsAnswers(s) && s.Questions.Count > 0 && s.Questions.Count < Least(s).LeastQuestions, s.Questions.Count, Least(s).LeastQuestions)),
        Error("QuestionWithoutAnswer", "Body", "house: a question is answered",
            s => IsAnswers(s) ? s.Questions.Where(q => string.IsNullOrWhiteSpace(q.Answer)).Select(q => new object[] { q.Question }) : []),
        Error("QuestionNumberTwice", "Body", "house: each pair has an address of its own",
            s => IsAnswers(s) ? QuestionList.Repeated(s.Text.Body).Select(n => new object[] { n }) : []),
        Warning("ContentElementsFew", "Body", Elements,
            s => When(IsInterpretation(s) && Found(s) < Least(s).LeastElements, Found(s), Least(s).LeastElements, string.Join('、', ContentElements.Missing(s.AllText)))),
        Warning("RepeatsPolicy", "Body", "local rules on policy interpretation: an interpretation is no excerpt of the file; the share is a setting [未核实]",
            s => IsInterpretation(s) && RepeatedText.Share(s.Rendered.PlainText, s.Facts.Content.Policies) is var share && share > Least(s).MostRepeated
                ? [new object[] { share, Least(s).MostRepeated }] : []),
    ];

    private static InterpretationContentOptions Least(ChecklistSubject subject) => subject.Facts.Content.Least;

    private static bool IsInterpretation(ChecklistSubject subject) => subject.Facts.Content.Form is not null;

    private static bool IsAnswers(ChecklistSubject subject) => subject.Facts.Content.Form == InterpretationForm.QuestionsAndAnswers;

    private static int Found(ChecklistSubject subject) => ContentElements.All.Count - ContentElements.Missing(subject.AllText).Count;

    /// <summary>What its form promises and the text does not hold; null when nothing is promised or all is there.</summary>
    private static string? Lacks(ChecklistSubject subject) => subject.Facts.Content.Form switch
    {
        InterpretationForm.QuestionsAndAnswers when subject.Questions.Count == 0 => "问答",
        InterpretationForm.Chart when !subject.Rendered.HasChart && subject.Media.All(m => m.Kind != MediaKind.Picture) => "图表或者图解",
        InterpretationForm.Audio when subject.Media.All(m => m.Kind != MediaKind.Audio) => "音频",
        InterpretationForm.Video when subject.Media.All(m => m.Kind != MediaKind.Video) => "视频",
        _ => null,
    };
}
