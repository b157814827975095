using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// By when somebody has to look whether a public text still holds (复核日期). It stands beside the disclosure and not in it, so
/// that setting it changes neither text nor any date the public sees.
/// </summary>
public sealed class ReviewDate
{
    private ReviewDate()
    {
    }

    public Guid DisclosureId { get; private set; }

    /// <summary>The day; null when somebody decided that none is needed.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Set by the default of the genre and not by a person.</summary>
    public bool IsDefault { get; private set; }

    public DateTime SetAt { get; private set; }

    /// <summary>The due day for which the reminder before it was left.</summary>
    public DateOnly? RemindedFor { get; private set; }

    /// <summary>The due day for which it was noted that nobody has looked.</summary>
    public DateOnly? OverdueNotedFor { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    public static ReviewDate Create(Guid disclosureId, DateOnly? dueOn, bool isDefault, DateTime now) =>
        new() { DisclosureId = disclosureId, DueOn = dueOn, IsDefault = isDefault, SetAt = now };

    /// <summary>A person sets or takes away the date.</summary>
    public void Set(DateOnly? dueOn, DateTime now)
    {
        (DueOn, IsDefault, SetAt) = (dueOn, false, now);
        Revision++;
    }

    /// <summary>The reminder for the present date was left.</summary>
    public void NoteReminder()
    {
        RemindedFor = DueOn;
        Revision++;
    }

    /// <summary>It was noted that the present date has passed.</summary>
    public void NoteOverdue()
    {
        (RemindedFor, OverdueNotedFor) = (DueOn, DueOn);
        Revision++;
    }
}

/// <summary>Somebody looked and answers by name: 已复核，内容仍准确. Never changed.</summary>
public sealed class ContentReview
{
    public const int RemarkLength = 500;

    private ContentReview()
    {
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>The version that was looked at.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>The day by which it was due; null when it was done without one.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateOnly? NextOn { get; private set; }

    public string Remark { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>Records that the public version still holds.</summary>
    public static ContentReview Confirm(Guid id, Disclosure disclosure, DateOnly? dueOn, DateOnly? nextOn, string remark, DateTime now, Guid by)
    {
        if (!disclosure.IsPublic) throw new RuleViolationException(new Refusal("ReviewDate.NotPublic"));
        return new ContentReview
        {
            Id = id,
            DisclosureId = disclosure.Id,
            VersionNumber = disclosure.CurrentVersion,
            DueOn = dueOn,
            NextOn = nextOn,
            Remark = remark.Trim(),
            At = now,
            By = by,
        };
    }
}

internal sealed class ReviewDateConfiguration : IEntityTypeConfiguration<ReviewDate>
{
    public void Configure(EntityTypeBuilder<ReviewDate> builder)
    {
        builder.ToTable("ReviewDates");
        builder.HasKey(d => d.DisclosureId);
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.HasIndex(d => d.DueOn);
        builder.HasOne<Disclosure>().WithOne().HasForeignKey<ReviewDate>(d => d.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContentReviewConfiguration : IEntityTypeConfiguration<ContentReview>
{
    public void Configure(EntityTypeBuilder<ContentReview> builder)
    {
        builder.ToTable("ContentReviews");
        builder.Property(r => r.Remark).HasMaxLength(ContentReview.RemarkLength);
        builder.HasIndex(r => new { r.DisclosureId, r.At });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(r => r.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}
