namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// What an interpretation should say (背景依据 … 新旧政策差异), told by the words that speak of it. A hint for the clerk, not a
/// judgement: the finding is a warning and can be answered.
/// </summary>
public static class ContentElements
{
    private static readonly (string Element, string[] Words)[] Marks =
    [
        ("背景依据", ["背景", "依据", "为什么", "为何", "出台", "根据《"]),
        ("目标任务", ["目标", "任务"]),
        ("主要内容", ["主要内容", "哪些内容", "核心内容", "主要措施", "作了哪些", "规定了"]),
        ("适用范围", ["适用", "哪些人", "谁可以", "谁能", "什么人", "哪些单位", "哪些家庭", "范围", "对象", "申请条件", "什么条件"]),
        ("执行标准", ["标准", "执行口径", "多少钱", "每人每月", "每户", "比例"]),
        ("注意事项", ["注意", "提醒", "不得", "需要说明", "请留意", "逾期", "切勿"]),
        ("关键词诠释", ["关键词", "名词解释", "是指", "指的是", "什么叫", "什么是", "怎么理解"]),
        ("惠民利民举措", ["惠民", "利民", "便民", "优惠", "减免", "免费", "不用再", "少跑", "一次办"]),
        ("新旧政策差异", ["差异", "有什么不同", "有哪些变化", "主要变化", "新旧", "调整前", "相比", "提高到", "原政策", "过去"]),
    ];

    /// <summary>All elements, in their order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Marks.Select(m => m.Element)];

    /// <summary>The elements that a text does not speak of.</summary>
    public static IReadOnlyList<string> Missing(string text) =>
        [.. Marks.Where(m => !m.Words.Any(w => text.Contains(w, StringComparison.Ordinal))).Select(m => m.Element)];
}
