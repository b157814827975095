using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Mail;

/// <summary>What a mail is about.</summary>
public enum MailKind
{
    /// <summary>Running due dates moved.</summary>
    DueDatesMoved,

    /// <summary>The day's digest of what is due soon and what is overdue.</summary>
    DueDigest,

    /// <summary>A lead department, or the disclosure office, reminds of items.</summary>
    Reminder,

    /// <summary>A letter of a citizen has to be handled or reviewed.</summary>
    LetterArrived,

    /// <summary>The last day for the answer to a letter is near, or over.</summary>
    LetterDue,

    /// <summary>What came to wait on a person's desk, is due soon or overdue.</summary>
    DeskTasks,

    /// <summary>A key of a business system names a person who answers for what it sends.</summary>
    ApiKeyMade,
}

/// <summary>How far a mail has come.</summary>
public enum MailState
{
    /// <summary>待发送</summary>
    Queued,

    /// <summary>已发送: handed to the mail server, or to the pickup folder.</summary>
    Sent,

    /// <summary>发送失败: given up, until somebody has it tried again.</summary>
    Failed,

    /// <summary>没有邮箱: nobody could be written to; the desk on the site remains the notice.</summary>
    NotAddressed,
}

/// <summary>What is to be written to the staff of an organisation.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="OrganisationId">The organisation it concerns.</param>
/// <param name="Key">The same key is never written twice to the same person.</param>
/// <param name="Subject">Its subject; longer ones are cut.</param>
/// <param name="Body">Plain text.</param>
/// <param name="About">The matter in a few words, for the log.</param>
/// <param name="Path">Where in the site the matter stands.</param>
public sealed record MailDraft(MailKind Kind, Guid OrganisationId, string Key, string Subject, string Body, string About, string Path);

/// <summary>
/// A mail to one member of staff, saved together with what causes it and sent later by <see cref="SendMail"/>. The rows are the
/// log of what was sent; they are never deleted and their text never changes.
/// </summary>
public sealed class OutgoingMail
{
    public const int AddressLength = 254;
    public const int SubjectLength = 200;
    public const int BodyLength = 100_000;
    public const int AboutLength = 200;
    public const int PathLength = 200;
    public const int KeyLength = 150;
    public const int ErrorLength = 500;

    // Long enough that a server which is down over a night is waited for, short enough that one restarted is used at once.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private OutgoingMail()
    {
    }

    public Guid Id { get; private set; }

    public MailKind Kind { get; private set; }

    /// <summary>The organisation it concerns.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Whom it is for; null where the organisation has nobody to write to.</summary>
    public Guid? ToUserId { get; private set; }

    /// <summary>The address as of queueing or of the last new try; empty where there is none.</summary>
    public string Address { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>The matter in a few words.</summary>
    public string About { get; private set; } = "";

    /// <summary>Where in the site the matter stands.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Unique: what is queued twice under one key is queued once.</summary>
    public string Key { get; private set; } = "";

    public MailState State { get; private set; }

    public DateTime QueuedAt { get; private set; }

    /// <summary>Not before this instant, UTC; null when nothing is to be tried.</summary>
    public DateTime? TryAt { get; private set; }

    /// <summary>How often it was tried since it was queued or put back.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why the last try failed; empty when none did.</summary>
    public string Error { get; private set; } = "";

    public DateTime? SentAt { get; private set; }

    /// <summary>What it was handed to; null until it was.</summary>
    public MailDelivery? Via { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>A mail to a person, or to nobody where the organisation has nobody to write to.</summary>
    internal static OutgoingMail Queue(MailDraft draft, Guid? toUserId, string? address, DateTime now)
    {
        var isAddressed = toUserId is not null && !string.IsNullOrEmpty(address);
        return new OutgoingMail
        {
            Id = Guid.CreateVersion7(now),
            Kind = draft.Kind,
            OrganisationId = draft.OrganisationId,
            ToUserId = toUserId,
            Address = isAddressed ? address! : "",
            Subject = ShortText.Of(draft.Subject, SubjectLength),
            Body = ShortText.Of(draft.Body, BodyLength),
            About = ShortText.Of(draft.About, AboutLength),
            Path = draft.Path,
            Key = KeyOf(draft.Key, toUserId),
            State = isAddressed ? MailState.Queued : MailState.NotAddressed,
            QueuedAt = now,
            TryAt = isAddressed ? now : null,
        };
    }

    /// <summary>The unique key of a matter for a person.</summary>
    internal static string KeyOf(string matter, Guid? toUserId) => $"{matter}:{toUserId:N}";

    /// <summary>It was handed over.</summary>
    internal void MarkSent(MailDelivery via, DateTime now)
    {
        (State, SentAt, Via, TryAt, Error) = (MailState.Sent, now, via, null, "");
        Attempts++;
        Revision++;
    }

    /// <summary>A try failed: another is made later, each time after twice the wait, unless it is given up.</summary>
    /// <param name="error">Why, in words for the log.</param>
    /// <param name="mostAttempts">Tries after which it is given up.</param>
    /// <param name="isFinal">Another try would fail the same way.</param>
    /// <param name="now">UTC.</param>
    internal void MarkFailed(string error, int mostAttempts, bool isFinal, DateTime now)
    {
        Attempts++;
        Error = ShortText.Of(error, ErrorLength);
        var isGivenUp = isFinal || Attempts >= mostAttempts;
        State = isGivenUp ? MailState.Failed : MailState.Queued;
        TryAt = isGivenUp ? null : now + WaitAfter(Attempts);
        Revision++;
    }

    /// <summary>Every reason why it cannot be tried again.</summary>
    /// <param name="address">The person's address as it is now.</param>
    public IReadOnlyList<Refusal> CheckTryAgain(string? address) =>
        State is MailState.Sent or MailState.Queued ? [new Refusal("Mail.NothingToTryAgain")]
        : ToUserId is null ? [new Refusal("Mail.NobodyToWriteTo")]
        : string.IsNullOrEmpty(address) ? [new Refusal("Mail.StillNoAddress")] : [];

    /// <summary>Puts it back into the queue, to the address as it is now.</summary>
    internal void TryAgain(string? address, DateTime now)
    {
        RuleViolationException.ThrowIfAny(CheckTryAgain(address));
        (State, TryAt, Attempts, Address) = (MailState.Queued, now, 0, address!);
        Revision++;
    }

    private static TimeSpan WaitAfter(int attempts)
    {
        var minutes = Math.Pow(2, attempts - 1);
        return minutes < LongestWait.TotalMinutes ? TimeSpan.FromMinutes(minutes) : LongestWait;
    }
}

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(m => m.Address).HasMaxLength(OutgoingMail.AddressLength);
        builder.Property(m => m.Subject).HasMaxLength(OutgoingMail.SubjectLength);
        builder.Property(m => m.Body).HasMaxLength(OutgoingMail.BodyLength);
        builder.Property(m => m.About).HasMaxLength(OutgoingMail.AboutLength);
        builder.Property(m => m.Path).HasMaxLength(OutgoingMail.PathLength);
        builder.Property(m => m.Key).HasMaxLength(OutgoingMail.KeyLength);
        builder.Property(m => m.Error).HasMaxLength(OutgoingMail.ErrorLength);
        builder.Property(m => m.Revision).IsConcurrencyToken();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.State, m.TryAt });
        builder.HasIndex(m => new { m.OrganisationId, m.QueuedAt });
        builder.HasIndex(m => m.QueuedAt);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(m => m.ToUserId).OnDelete(DeleteBehavior.Restrict);
    }
}
