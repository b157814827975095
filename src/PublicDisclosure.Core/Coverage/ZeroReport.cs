using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Coverage;

/// <summary>How far a zero report has come.</summary>
public enum ZeroReportState
{
    /// <summary>待确认</summary>
    Declared,

    /// <summary>已确认: shown publicly.</summary>
    Confirmed,

    /// <summary>已退回</summary>
    Returned,

    /// <summary>已撤销: something was found to have formed in the period after all.</summary>
    Cancelled,
}

/// <summary>
/// 本期无信息 (零报告): the organisation declares that nothing formed in a period that it would have had to publish. A clerk declares,
/// another person confirms; it is public by name of the organisation and date, holds for one period and is never carried over.
/// </summary>
public sealed class ZeroReport
{
    public const int RemarkLength = 500;

    private ZeroReport()
    {
    }

    public Guid Id { get; private set; }

    public Guid DutyId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>Key of the period (<see cref="ReportingPeriod.Key"/>).</summary>
    public string Period { get; private set; } = "";

    /// <summary>Why there was nothing, in words that may be public.</summary>
    public string Remark { get; private set; } = "";

    public ZeroReportState State { get; private set; }

    public DateTime DeclaredAt { get; private set; }

    public Guid DeclaredBy { get; private set; }

    /// <summary>When it was confirmed or returned; null while it waits.</summary>
    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>What the second person wrote, when it was returned.</summary>
    public string DecisionRemark { get; private set; } = "";

    /// <summary>When a record took the ground from under it; null while it holds.</summary>
    public DateTime? CancelledAt { get; private set; }

    /// <summary>The record that did.</summary>
    public Guid? CancelledByRecordId { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>Declares that a period had nothing.</summary>
    /// <exception cref="RuleViolationException">The period has not ended (<c>ZeroReport.PeriodRunning</c>), or the remark is missing or too long.</exception>
    public static ZeroReport Declare(Guid id, Duty duty, ReportingPeriod period, string remark, DateOnly today, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(Check(period, remark, today));
        return new ZeroReport
        {
            Id = id,
            DutyId = duty.Id,
            OrganisationId = duty.OrganisationId,
            ItemCode = duty.ItemCode,
            Period = period.Key,
            Remark = remark.Trim(),
            DeclaredAt = now,
            DeclaredBy = by,
        };
    }

    /// <summary>Every reason why it cannot be declared.</summary>
    public static IReadOnlyList<Refusal> Check(ReportingPeriod period, string remark, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (period.To >= today) refusals.Add(new Refusal("ZeroReport.PeriodRunning", null, period.Label));
        refusals.AddRange(CheckRemark(remark));
        // Everybody will read it: the fact goes out, a person's data never.
        if (PersonalDataFinder.Find(remark).Count > 0) refusals.Add(new Refusal("ZeroReport.RemarkHasPersonalData", "Remark"));
        return refusals;
    }

    private static IEnumerable<Refusal> CheckRemark(string remark)
    {
        if (string.IsNullOrWhiteSpace(remark)) yield return new Refusal("ZeroReport.RemarkMissing", "Remark");
        if (remark.Trim().Length > RemarkLength) yield return new Refusal("ZeroReport.RemarkTooLong", "Remark", RemarkLength, remark.Trim().Length);
        if (ChineseText.HasForbiddenCharacters(remark)) yield return new Refusal("Text.ForbiddenCharacters", "Remark");
    }

    /// <summary>Another person confirms; from now on it is public.</summary>
    public void Confirm(DateTime now, Guid by)
    {
        ThrowUnlessDecidable(by);
        (State, DecidedAt, DecidedBy) = (ZeroReportState.Confirmed, now, by);
        Revision++;
    }

    /// <summary>Another person sends it back with a reason.</summary>
    public void Return(string remark, DateTime now, Guid by)
    {
        ThrowUnlessDecidable(by);
        if (string.IsNullOrWhiteSpace(remark)) throw new RuleViolationException(new Refusal("ZeroReport.ReturnWithoutReason", "Remark"));
        RuleViolationException.ThrowIfAny([.. CheckRemark(remark)]);
        (State, DecidedAt, DecidedBy, DecisionRemark) = (ZeroReportState.Returned, now, by, remark.Trim());
        Revision++;
    }

    /// <summary>A record was found to have formed in the period: the declaration was wrong and stays visible as such to the auditor.</summary>
    internal void Cancel(Guid recordId, DateTime now)
    {
        if (!ZeroReportTransitions.Has(State, ZeroReportTransitions.Cancel)) return;
        (State, CancelledAt, CancelledByRecordId) = (ZeroReportState.Cancelled, now, recordId);
        Revision++;
    }

    /// <summary>Every reason why a person cannot confirm or return it.</summary>
    public IReadOnlyList<Refusal> CheckDecision(Guid by) => !ZeroReportTransitions.Has(State, ZeroReportTransitions.Confirm) ? [new Refusal("ZeroReport.NotWaiting")]
        : by == DeclaredBy ? [new Refusal("ZeroReport.ConfirmerIsDeclarer")] : [];

    private void ThrowUnlessDecidable(Guid by) => RuleViolationException.ThrowIfAny(CheckDecision(by));
}

internal sealed class ZeroReportConfiguration : IEntityTypeConfiguration<ZeroReport>
{
    public void Configure(EntityTypeBuilder<ZeroReport> builder)
    {
        builder.ToTable("ZeroReports");
        builder.Property(z => z.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(z => z.Period).HasMaxLength(10);
        builder.Property(z => z.Remark).HasMaxLength(ZeroReport.RemarkLength);
        builder.Property(z => z.DecisionRemark).HasMaxLength(ZeroReport.RemarkLength);
        builder.Property(z => z.Revision).IsConcurrencyToken();
        builder.HasIndex(z => new { z.DutyId, z.Period });
        builder.HasIndex(z => new { z.OrganisationId, z.State, z.DeclaredAt });
        builder.HasOne<Duty>().WithMany().HasForeignKey(z => z.DutyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(z => z.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
