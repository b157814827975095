using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Reminders;

/// <summary>How far a reminder has come.</summary>
public enum ReminderState
{
    /// <summary>待回复</summary>
    Open,

    /// <summary>已回复: the township has answered; what was asked for is not published yet.</summary>
    Answered,

    /// <summary>已公开: everything asked for has been published since.</summary>
    Fulfilled,

    /// <summary>已办结: the sender is content or takes it back, with a remark.</summary>
    Closed,
}

/// <summary>
/// A reminder (提醒) of the department that leads a domain to a township: which items, by when, in which words. It is kept with
/// every answer. It asks; it changes nothing of the township's.
/// </summary>
public sealed class Reminder
{
    public const int WordsLength = 1000;
    public const int RemarkLength = 500;

    /// <summary>How many items one reminder may name.</summary>
    public const int MostItems = 50;

    private readonly List<ReminderItem> _items = [];
    private readonly List<ReminderAnswer> _answers = [];

    private Reminder()
    {
    }

    public Guid Id { get; private set; }

    public Guid DomainId { get; private set; }

    /// <summary>The lead department, or the disclosure office.</summary>
    public Guid FromOrganisationId { get; private set; }

    public Guid ToOrganisationId { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>By when an answer or the publication is asked for.</summary>
    public DateOnly DueOn { get; private set; }

    public DateTime SentAt { get; private set; }

    public Guid SentBy { get; private set; }

    public ReminderState State { get; private set; }

    /// <summary>When it was fulfilled or closed.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Who closed it; null where publication ended it.</summary>
    public Guid? ClosedBy { get; private set; }

    public string CloseRemark { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<ReminderItem> Items => _items;

    public IReadOnlyList<ReminderAnswer> Answers => _answers;

    /// <summary>Nothing more is awaited.</summary>
    public bool HasEnded => State is ReminderState.Fulfilled or ReminderState.Closed;

    public static Reminder Send(
        Guid id, Guid domainId, Guid from, Guid to, IReadOnlyList<string> itemCodes, string words, DateOnly dueOn, DateTime now, Guid by)
    {
        if (string.IsNullOrWhiteSpace(words)) throw new RuleViolationException(new Refusal("Reminder.WordsMissing", "Words"));
        if (itemCodes.Count is 0 or > MostItems) throw new RuleViolationException(new Refusal("Reminder.ItemsMissing", "Items", MostItems));
        var reminder = new Reminder
        {
            Id = id,
            DomainId = domainId,
            FromOrganisationId = from,
            ToOrganisationId = to,
            Words = words.Trim(),
            DueOn = dueOn,
            SentAt = now,
            SentBy = by,
        };
        reminder._items.AddRange(itemCodes.Distinct().Select(code => new ReminderItem(id, code)));
        return reminder;
    }

    /// <summary>The township answers; every answer is kept.</summary>
    public void Answer(Guid id, string text, DateTime now, Guid by)
    {
        ThrowIfEnded();
        if (string.IsNullOrWhiteSpace(text)) throw new RuleViolationException(new Refusal("Reminder.AnswerMissing", "Text"));
        _answers.Add(new ReminderAnswer(id, Id, text.Trim(), now, by));
        State = ReminderState.Answered;
        Revision++;
    }

    /// <summary>The sender ends it with a remark.</summary>
    public void Close(string remark, DateTime now, Guid by)
    {
        ThrowIfEnded();
        if (string.IsNullOrWhiteSpace(remark)) throw new RuleViolationException(new Refusal("Reminder.RemarkMissing", "Remark"));
        (State, EndedAt, ClosedBy, CloseRemark) = (ReminderState.Closed, now, by, remark.Trim());
        Revision++;
    }

    /// <summary>Everything asked for has been published.</summary>
    public void Fulfil(DateTime now)
    {
        ThrowIfEnded();
        (State, EndedAt) = (ReminderState.Fulfilled, now);
        Revision++;
    }

    private void ThrowIfEnded()
    {
        if (HasEnded) throw new RuleViolationException(new Refusal("Reminder.HasEnded"));
    }
}

/// <summary>An item that a reminder names.</summary>
public sealed class ReminderItem
{
    private ReminderItem()
    {
    }

    internal ReminderItem(Guid reminderId, string itemCode) => (ReminderId, ItemCode) = (reminderId, itemCode);

    public Guid ReminderId { get; private set; }

    public string ItemCode { get; private set; } = "";
}

/// <summary>What the township answered; never changed.</summary>
public sealed class ReminderAnswer
{
    private ReminderAnswer()
    {
    }

    internal ReminderAnswer(Guid id, Guid reminderId, string text, DateTime at, Guid by) => (Id, ReminderId, Text, At, By) = (id, reminderId, text, at, by);

    public Guid Id { get; private set; }

    public Guid ReminderId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid By { get; private set; }
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.Property(r => r.Words).HasMaxLength(Reminder.WordsLength);
        builder.Property(r => r.CloseRemark).HasMaxLength(Reminder.RemarkLength);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => new { r.ToOrganisationId, r.State, r.SentAt });
        builder.HasIndex(r => new { r.DomainId, r.SentAt });
        builder.HasOne<DisclosureDomain>().WithMany().HasForeignKey(r => r.DomainId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.FromOrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.ToOrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.ReminderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Answers).WithOne().HasForeignKey(a => a.ReminderId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReminderItemConfiguration : IEntityTypeConfiguration<ReminderItem>
{
    public void Configure(EntityTypeBuilder<ReminderItem> builder)
    {
        builder.ToTable("ReminderItems");
        builder.HasKey(i => new { i.ReminderId, i.ItemCode });
        builder.Property(i => i.ItemCode).HasMaxLength(StandardItem.CodeLength);
    }
}

internal sealed class ReminderAnswerConfiguration : IEntityTypeConfiguration<ReminderAnswer>
{
    public void Configure(EntityTypeBuilder<ReminderAnswer> builder)
    {
        builder.ToTable("ReminderAnswers");
        builder.Property(a => a.Text).HasMaxLength(Reminder.WordsLength);
    }
}
