using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// 内容核对无误: a named person looked a standing page through and found it right. Shown as 核对日期; it touches neither publication nor
/// update date. Never changed, never deleted.
/// </summary>
public sealed class ContentCheck
{
    public const int RemarkLength = 500;

    private ContentCheck()
    {
    }

    public Guid Id { get; private set; }

    public Guid DutyId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>The page looked at.</summary>
    public Guid DisclosureId { get; private set; }

    /// <summary>Version looked at.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>Beijing date.</summary>
    public DateOnly CheckedOn { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>Kept inside.</summary>
    public string Remark { get; private set; } = "";

    public static ContentCheck Create(Guid id, Duty duty, (Guid DisclosureId, int Version) page, DateOnly today, string remark, DateTime now, Guid by)
    {
        if (remark.Trim().Length > RemarkLength) throw new RuleViolationException(new Refusal("ContentCheck.RemarkTooLong", "Remark", RemarkLength, remark.Trim().Length));
        if (ChineseText.HasForbiddenCharacters(remark)) throw new RuleViolationException(new Refusal("Text.ForbiddenCharacters", "Remark"));
        return new ContentCheck
        {
            Id = id,
            DutyId = duty.Id,
            OrganisationId = duty.OrganisationId,
            ItemCode = duty.ItemCode,
            DisclosureId = page.DisclosureId,
            VersionNumber = page.Version,
            CheckedOn = today,
            Remark = remark.Trim(),
            At = now,
            By = by,
        };
    }
}

internal sealed class ContentCheckConfiguration : IEntityTypeConfiguration<ContentCheck>
{
    public void Configure(EntityTypeBuilder<ContentCheck> builder)
    {
        builder.ToTable("ContentChecks");
        builder.Property(c => c.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(c => c.Remark).HasMaxLength(ContentCheck.RemarkLength);
        builder.HasIndex(c => new { c.DutyId, c.CheckedOn });
        builder.HasIndex(c => new { c.DisclosureId, c.CheckedOn });
        builder.HasOne<Duty>().WithMany().HasForeignKey(c => c.DutyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
