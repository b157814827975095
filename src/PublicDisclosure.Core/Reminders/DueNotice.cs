using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Reminders;

/// <summary>
/// Of a matter and its due date, a step at which the organisation was reminded: −5 is five working days before, 1 one working
/// day after. The key keeps it to once; a due date that moved begins anew.
/// </summary>
public sealed class DueNotice
{
    public const int MatterLength = 80;

    private DueNotice()
    {
    }

    internal DueNotice(DueMatter matter, int step, DateOnly on) =>
        (Matter, DueOn, Step, OrganisationId, On) = (matter.Key, matter.DueOn, step, matter.OrganisationId, on);

    /// <summary>Which matter: <see cref="DueMatter.Key"/>.</summary>
    public string Matter { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    /// <summary>Working days from the due date; 0 or less before it and on it.</summary>
    public int Step { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>The day in Beijing on which the digest with it was written.</summary>
    public DateOnly On { get; private set; }
}

internal sealed class DueNoticeConfiguration : IEntityTypeConfiguration<DueNotice>
{
    public void Configure(EntityTypeBuilder<DueNotice> builder)
    {
        builder.ToTable("DueNotices");
        builder.HasKey(n => new { n.Matter, n.DueOn, n.Step });
        builder.Property(n => n.Matter).HasMaxLength(DueNotice.MatterLength);
        builder.HasIndex(n => new { n.OrganisationId, n.On });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(n => n.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Settings of section <c>Reminders</c>. The numbers are the house's own, no rule of law asks for them (未核实).</summary>
public sealed class DueNoticeOptions
{
    public const string Section = "Reminders";

    private const string Numbers = @"^(\d{1,3}(,\d{1,3})*)?$";

    /// <summary>Working days before the due date at which an organisation is reminded, as <c>5,1</c>; 0 is the due date itself, empty is never.</summary>
    [RegularExpression(Numbers, ErrorMessage = "Reminders:Before must be whole numbers with commas between, like 5,1.")]
    public string Before { get; set; } = "5,1";

    /// <summary>Working days after the due date, as <c>1,5,20</c>; empty is never.</summary>
    [RegularExpression(Numbers, ErrorMessage = "Reminders:After must be whole numbers with commas between, like 1,5,20.")]
    public string After { get; set; } = "1,5,20";

    /// <summary>Hour in Beijing from which a day's digests are written.</summary>
    [Range(0, 23)]
    public int Hour { get; set; } = 8;

    /// <summary><see cref="Before"/> as numbers.</summary>
    public IReadOnlyList<int> DaysBefore => Read(Before);

    /// <summary><see cref="After"/> as numbers; the due date itself is not after it.</summary>
    public IReadOnlyList<int> DaysAfter => [.. Read(After).Where(n => n > 0)];

    /// <summary>The step that a matter has reached: the nearest before, or the farthest after; null for none yet.</summary>
    /// <param name="left">Working days that are left; 0 on the due date.</param>
    /// <param name="late">Working days past the due date; 0 while it is not past.</param>
    /// <param name="isPast">The due date is past.</param>
    public int? StepOf(int left, int late, bool isPast)
    {
        var reached = isPast ? DaysAfter.Where(n => late >= n).Order() : DaysBefore.Where(n => left <= n).OrderDescending().Select(n => -n);
        return reached.Select(n => (int?)n).LastOrDefault();
    }

    private static List<int> Read(string numbers) =>
        [.. numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Distinct()];
}
