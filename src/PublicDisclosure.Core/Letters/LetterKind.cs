namespace PublicDisclosure.Core.Letters;

/// <summary>What a writer wants.</summary>
public enum LetterKind
{
    /// <summary>咨询</summary>
    Consultation,

    /// <summary>求助</summary>
    Help,

    /// <summary>建议: answered with what became of it (<see cref="Adoption"/>).</summary>
    Suggestion,

    /// <summary>投诉</summary>
    Complaint,

    /// <summary>感谢</summary>
    Thanks,
}

/// <summary>What became of a suggestion (国办发〔2016〕80号: 对意见建议的采纳情况应当公开).</summary>
public enum Adoption
{
    /// <summary>采纳</summary>
    Adopted,

    /// <summary>部分采纳</summary>
    PartlyAdopted,

    /// <summary>不采纳</summary>
    NotAdopted,
}

/// <summary>How content the writer is, said once.</summary>
public enum Satisfaction
{
    /// <summary>非常满意</summary>
    VerySatisfied,

    /// <summary>满意</summary>
    Satisfied,

    /// <summary>基本满意</summary>
    Fair,

    /// <summary>不满意</summary>
    Dissatisfied,
}

/// <summary>Why a letter is not taken up. Each has its words in <c>Words.resx</c>, which the writer reads.</summary>
public enum LetterDeclineReason
{
    /// <summary>Nothing can be made out of it.</summary>
    Unclear,

    /// <summary>Before a court, an arbitration or an administrative review already.</summary>
    InProceedings,

    /// <summary>Not a matter of any organ of this city.</summary>
    OutsideTheCity,

    /// <summary>Advertising, insults, or otherwise against the law.</summary>
    Unlawful,

    /// <summary>The same matter was answered and nothing new is said.</summary>
    AnsweredBefore,
}
