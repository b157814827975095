using MimeKit;

namespace PublicDisclosure.Core.Mail;

/// <summary>Takes a message over: the pickup folder or a mail server.</summary>
public interface IMailCarrier
{
    /// <summary>Which of them it is.</summary>
    MailDelivery Via { get; }

    /// <summary>Takes the message over, whole or not at all.</summary>
    /// <exception cref="MailNotCarriedException">It was not taken over; the message says why in words for the log.</exception>
    Task CarryAsync(MimeMessage message, CancellationToken stop);
}

/// <summary>A mail was not taken over. The message is Chinese and is shown in the log.</summary>
public sealed class MailNotCarriedException : Exception
{
    /// <param name="message">Why, in words for the log.</param>
    /// <param name="isFinal">Another try would fail the same way: the address does not exist.</param>
    /// <param name="isUnreachable">Nothing else would be taken over now either.</param>
    /// <param name="inner">What was thrown.</param>
    public MailNotCarriedException(string message, bool isFinal, bool isUnreachable, Exception inner)
        : base(message, inner) => (IsFinal, IsUnreachable) = (isFinal, isUnreachable);

    /// <summary>Another try would fail the same way.</summary>
    public bool IsFinal { get; }

    /// <summary>Nothing else would be taken over now either.</summary>
    public bool IsUnreachable { get; }
}
