using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>What is wrong, in a citizen's words (我为政府网站找错).</summary>
public enum ErrorKind
{
    /// <summary>链接打不开</summary>
    BrokenLink,

    /// <summary>错别字</summary>
    WrongForm,

    /// <summary>内容错误</summary>
    WrongContent,

    /// <summary>内容过时</summary>
    Outdated,

    /// <summary>功能不能用</summary>
    NotWorking,

    /// <summary>泄露个人信息</summary>
    PersonalData,

    /// <summary>其他</summary>
    Other,
}

/// <summary>How far a report has come.</summary>
public enum ErrorReportState
{
    /// <summary>待答复</summary>
    Received,

    /// <summary>已答复</summary>
    Answered,

    /// <summary>已并入其他报告</summary>
    Merged,
}

/// <summary>What came of it.</summary>
public enum ErrorOutcome
{
    /// <summary>已改正</summary>
    Fixed,

    /// <summary>经核实没有错误</summary>
    NoError,

    /// <summary>正在改正: it takes longer, and the answer says until when.</summary>
    UnderWay,
}

/// <summary>
/// A citizen reports an error on a page of the site. Anybody may, without a name; words and contact lie encrypted, and the contact
/// goes some time after the answer.
/// </summary>
public sealed class ErrorReport
{
    public const int AddressLength = 300;
    public const int WordsLength = 1000;
    public const int ContactLength = 100;
    public const int AnswerLength = 1000;
    public const int SealedLength = 8000;

    private ErrorReport()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Hash of the query code; the code itself is with the citizen alone.</summary>
    public string CodeHash { get; private set; } = "";

    /// <summary>Path of the page on this site.</summary>
    public string Address { get; private set; } = "";

    public ErrorKind Kind { get; private set; }

    /// <summary>What the citizen wrote, sealed for <see cref="WordsPurpose"/>.</summary>
    public SealedText Words { get; private set; } = null!;

    /// <summary>Phone or mail, sealed for <see cref="ContactPurpose"/>; null where none was given, or once it has been deleted.</summary>
    public SealedText? Contact { get; private set; }

    /// <summary>Who answers.</summary>
    public Guid OrganisationId { get; private set; }

    public ErrorReportState State { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    /// <summary>Last day for the answer, counted in working days from the day it came in.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The working days that were counted.</summary>
    public int DueWorkingDays { get; private set; }

    public ErrorOutcome? Outcome { get; private set; }

    /// <summary>The answer, which the citizen reads by the code.</summary>
    public string Answer { get; private set; } = "";

    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>The report this one was merged into; its answer is this one's.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>When the contact was deleted by rule, UTC.</summary>
    public DateTime? ForgottenAt { get; private set; }

    public bool IsDemo { get; private set; }

    /// <summary>Concurrency token; raised by every change.</summary>
    public int Revision { get; private set; }

    /// <summary>For what the words are sealed.</summary>
    public static string WordsPurpose(Guid id) => $"ErrorReport.Words:{id:N}";

    /// <summary>For what the contact is sealed.</summary>
    public static string ContactPurpose(Guid id) => $"ErrorReport.Contact:{id:N}";

    internal static ErrorReport Receive(
        Guid id, QueryCode code, string address, ErrorKind kind, SealedText words, SealedText? contact, Guid organisationId, (DateOnly On, int WorkingDays) due, DateTime now, bool isDemo = false) => new()
        {
            Id = id,
            CodeHash = code.Hash(),
            Address = address,
            Kind = kind,
            Words = words,
            Contact = contact,
            OrganisationId = organisationId,
            ReceivedAt = now,
            DueOn = due.On,
            DueWorkingDays = due.WorkingDays,
            IsDemo = isDemo,
        };

    /// <summary>Every reason why it cannot be answered so.</summary>
    public IReadOnlyList<Refusal> CheckAnswer(string answer)
    {
        if (State != ErrorReportState.Received) return [new Refusal("ErrorReport.NotWaiting")];
        var refusals = InternalNotes.Check(answer, "ErrorReport.AnswerMissing", "Answer", AnswerLength).ToList();
        if (PersonalDataFinder.Find(answer).Count > 0) refusals.Add(new Refusal("ErrorReport.AnswerHasPersonalData", "Answer"));
        return refusals;
    }

    /// <summary>Answers it.</summary>
    public void Reply(ErrorOutcome outcome, string answer, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckAnswer(answer));
        (State, Outcome, Answer, AnsweredAt, AnsweredBy) = (ErrorReportTransitions.To(State, ErrorReportTransitions.Answer), outcome, answer.Trim(), now, by);
        Revision++;
    }

    /// <summary>Hands it to the organisation whose page it is. The day it is due stays.</summary>
    public void Transfer(Guid organisationId)
    {
        if (State != ErrorReportState.Received) throw new RuleViolationException(new Refusal("ErrorReport.NotWaiting"));
        if (organisationId == OrganisationId) throw new RuleViolationException(new Refusal("ErrorReport.SameOrganisation", "Organisation"));
        (State, OrganisationId) = (ErrorReportTransitions.To(State, ErrorReportTransitions.Transfer), organisationId);
        Revision++;
    }

    /// <summary>Says the same as another one, which is answered for both.</summary>
    public void MergeInto(ErrorReport other)
    {
        if (State != ErrorReportState.Received) throw new RuleViolationException(new Refusal("ErrorReport.NotWaiting"));
        if (other.Id == Id || other.State == ErrorReportState.Merged) throw new RuleViolationException(new Refusal("ErrorReport.CannotMergeInto", "Into"));
        (State, MergedIntoId) = (ErrorReportTransitions.To(State, ErrorReportTransitions.Merge), other.Id);
        Revision++;
    }

    /// <summary>The report it was merged into was merged itself.</summary>
    internal void Follow(ErrorReport other)
    {
        MergedIntoId = other.Id;
        Revision++;
    }

    /// <summary>Deletes the contact; the case stays.</summary>
    internal void Forget(DateTime now)
    {
        (Contact, ForgottenAt) = (null, now);
        Revision++;
    }
}

internal sealed class ErrorReportConfiguration : IEntityTypeConfiguration<ErrorReport>
{
    public void Configure(EntityTypeBuilder<ErrorReport> builder)
    {
        builder.ToTable("ErrorReports");
        builder.Property(r => r.CodeHash).HasMaxLength(QueryCode.HashLength);
        builder.Property(r => r.Address).HasMaxLength(ErrorReport.AddressLength);
        builder.Property(r => r.Words).HasMaxLength(ErrorReport.SealedLength);
        builder.Property(r => r.Contact).HasMaxLength(ErrorReport.SealedLength);
        builder.Property(r => r.Answer).HasMaxLength(ErrorReport.AnswerLength);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => r.CodeHash).IsUnique();
        builder.HasIndex(r => new { r.OrganisationId, r.State, r.DueOn });
        builder.HasIndex(r => new { r.State, r.DueOn });
        builder.HasIndex(r => r.ReceivedAt);
        builder.HasIndex(r => new { r.Address, r.State });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ErrorReport>().WithMany().HasForeignKey(r => r.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
    }
}
