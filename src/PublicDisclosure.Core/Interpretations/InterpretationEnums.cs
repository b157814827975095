namespace PublicDisclosure.Core.Interpretations;

/// <summary>In which form a policy is interpreted (解读形式). One interpretation has one form.</summary>
public enum InterpretationForm
{
    /// <summary>文字解读</summary>
    Text,

    /// <summary>简明问答</summary>
    QuestionsAndAnswers,

    /// <summary>图表图解</summary>
    Chart,

    /// <summary>音频解读</summary>
    Audio,

    /// <summary>视频解读</summary>
    Video,

    /// <summary>专家解读</summary>
    Expert,

    /// <summary>新闻发布会</summary>
    PressConference,
}

/// <summary>At which stage of its life the policy is explained (全生命周期解读).</summary>
public enum PolicyStage
{
    /// <summary>征求意见</summary>
    Consultation,

    /// <summary>公布</summary>
    Publication,

    /// <summary>执行</summary>
    Execution,

    /// <summary>评估</summary>
    Evaluation,
}

/// <summary>What a document touches, beside its genre, so that it has to be interpreted (国办发〔2016〕80号, 解读回应).</summary>
[Flags]
public enum PublicConcerns
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,

    /// <summary>涉及群众切身利益</summary>
    Livelihood = 1,

    /// <summary>涉及公共利益</summary>
    PublicInterest = 2,

    /// <summary>涉及市场预期</summary>
    Market = 4,
}
