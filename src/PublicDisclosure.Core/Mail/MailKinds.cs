using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Mail;

/// <summary>What the kinds of mail ask of whoever follows them.</summary>
public static class MailKinds
{
    /// <summary>What a person needs to open the page that a mail leads to; null where whoever may read the log may open it.</summary>
    public static Permission? Needs(this MailKind kind) => kind is MailKind.LetterArrived or MailKind.LetterDue ? Permission.LettersView : null;
}
