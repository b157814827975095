namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>How much of a limit is left, in words.</summary>
public static class DueWords
{
    /// <summary>剩余5个工作日, 今日到期, 逾期2个工作日.</summary>
    public static string Of(int workingDaysLeft) => workingDaysLeft switch
    {
        < 0 => $"逾期{-workingDaysLeft}个工作日",
        0 => "今日到期",
        _ => $"剩余{workingDaysLeft}个工作日",
    };
}
