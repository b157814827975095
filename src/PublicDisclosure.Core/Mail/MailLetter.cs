using MimeKit;
using MimeKit.Text;

namespace PublicDisclosure.Core.Mail;

/// <summary>A mail as it travels.</summary>
internal static class MailLetter
{
    /// <summary>
    /// The message. Its id is the row's: should a crash come between handing over and marking, the second copy is known by it as
    /// the same.
    /// </summary>
    public static MimeMessage Of(OutgoingMail mail, string name, MailOptions options)
    {
        var message = new MimeMessage
        {
            Subject = Line(mail.Subject),
            Date = new DateTimeOffset(mail.QueuedAt, TimeSpan.Zero).ToOffset(Time.BusinessClock.BeijingOffset),
            MessageId = $"{mail.Id:N}@{options.Sender[(options.Sender.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            Body = new TextPart(TextFormat.Plain) { Text = mail.Body },
        };
        message.From.Add(new MailboxAddress(Line(options.FromName), options.Sender));
        message.To.Add(new MailboxAddress(Line(name), mail.Address));
        // RFC 3834: nobody's absence notice answers it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    // A line break in a name or subject would begin a header of somebody else's making.
    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
