using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Time;

internal sealed class HolidayNoticeConfiguration : IEntityTypeConfiguration<HolidayNotice>
{
    public void Configure(EntityTypeBuilder<HolidayNotice> builder)
    {
        builder.ToTable("HolidayNotices");
        builder.Property(n => n.Number).HasMaxLength(HolidayNotice.NumberLength);
        builder.Property(n => n.Title).HasMaxLength(HolidayNotice.TitleLength);
        builder.Property(n => n.SourceAddress).HasMaxLength(HolidayNotice.SourceLength);
        builder.Property(n => n.Revision).IsConcurrencyToken();
        builder.HasIndex(n => new { n.Layer, n.Year, n.IssuedOn });
        builder.HasMany(n => n.Days).WithOne().HasForeignKey(d => d.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class HolidayNoticeDayConfiguration : IEntityTypeConfiguration<HolidayNoticeDay>
{
    public void Configure(EntityTypeBuilder<HolidayNoticeDay> builder)
    {
        // Another table than the one of before there were notices: those rows had no notice and are entered anew with theirs.
        builder.ToTable("HolidayNoticeDays");
        builder.HasKey(d => new { d.NoticeId, d.On });
        builder.Property(d => d.Name).HasMaxLength(HolidayNoticeDay.NameLength);
    }
}
