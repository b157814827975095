using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Time;

/// <summary>A day on which the calendar differs from the plain week: a holiday, or a weekend day worked in exchange (调休).</summary>
public sealed class CalendarDay
{
    private CalendarDay()
    {
    }

    public DateOnly On { get; private set; }

    public CalendarDayKind Kind { get; private set; }

    /// <summary>The festival the day belongs to.</summary>
    public string Name { get; private set; } = "";

    public static CalendarDay Create(DateOnly on, CalendarDayKind kind, string name) => new() { On = on, Kind = kind, Name = name };
}

/// <summary>How a day differs from the plain week.</summary>
public enum CalendarDayKind
{
    /// <summary>Nobody works although it may be a weekday.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday that is worked (调休上班).</summary>
    Workday,
}

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("CalendarDays");
        builder.HasKey(d => d.On);
        builder.Property(d => d.Name).HasMaxLength(40);
    }
}
