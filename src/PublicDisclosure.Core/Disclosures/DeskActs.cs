namespace PublicDisclosure.Core.Disclosures;

/// <summary>Names under which the daily acts around a disclosure stand in the audit log.</summary>
public static class DeskActs
{
    public const string CreatePreview = "Preview.Create";
    public const string RevokePreview = "Preview.Revoke";
    public const string OpenPreview = "Preview.Open";
    public const string OpenPreviewFile = "Preview.OpenFile";
    public const string AddNote = "Note.Add";
    public const string StrikeNote = "Note.Strike";
    public const string SetReviewDate = "ReviewDate.Set";
    public const string DefaultReviewDate = "ReviewDate.Default";
    public const string ConfirmContent = "ReviewDate.Confirm";
    public const string RemindOfReview = "ReviewDate.Remind";
    public const string ReviewOverdue = "ReviewDate.Overdue";
    public const string SendReminder = "Reminder.Send";
    public const string AnswerReminder = "Reminder.Answer";
    public const string CloseReminder = "Reminder.Close";
    public const string FulfilReminder = "Reminder.Fulfil";

    /// <summary>Every act, for the words of the audit page.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CreatePreview, RevokePreview, OpenPreview, OpenPreviewFile, AddNote, StrikeNote, SetReviewDate, DefaultReviewDate, ConfirmContent,
        RemindOfReview, ReviewOverdue, SendReminder, AnswerReminder, CloseReminder, FulfilReminder,
    ];
}
