using PublicDisclosure.Core.OpinionCases;

namespace PublicDisclosure.TestKit;

public static partial class TestData
{
    /// <summary>A case as somebody enters it: the event two hours ago, found one hour ago.</summary>
    public static CaseFacts CaseFacts(DateTime now, CaseGrade grade = CaseGrade.Ordinary) => new(
        "网传停水三天", "多个微信群转发“全城停水三天”。", CaseSource.Media, "本地论坛", grade, now.AddHours(-2), "水厂调度记录", now.AddHours(-1), "舆情监测日报第 12 期");

    /// <summary>A registered case.</summary>
    public static OpinionCase CreateCase(DateTime now, Guid? organisation = null, CaseGrade grade = CaseGrade.Ordinary, Guid? by = null) =>
        OpinionCase.Register(Guid.NewGuid(), organisation ?? Guid.NewGuid(), CaseFacts(now, grade), new CaseOptions(), now, by ?? Guid.NewGuid());

    /// <summary>A case in a stage, by the shortest way there.</summary>
    public static OpinionCase CreateCase(DateTime now, CaseStage stage, Guid? organisation = null, Guid? by = null)
    {
        var (entered, who) = (CreateCase(now, organisation, by: by), by ?? Guid.NewGuid());
        if (stage == CaseStage.Collecting) return entered;
        entered.Assess("属实，影响三个小区。", now, who);
        if (stage == CaseStage.Assessing) return entered;
        if (stage == CaseStage.Consulting)
        {
            entered.Consult(Guid.NewGuid(), Guid.NewGuid(), "请说明供水恢复时间。", now.AddHours(4), now, who);
            return entered;
        }

        entered.Handle("已组织抢修。", now, who);
        if (stage == CaseStage.Handling) return entered;
        entered.Respond(Guid.NewGuid(), "在政府网站发布情况说明。", now, who);
        if (stage == CaseStage.Responding) return entered;
        entered.Evaluate(true, now, who);
        if (stage == CaseStage.Evaluating) return entered;
        entered.Close("回应及时。", CaseMark.None, "", now, who);
        return entered;
    }
}
