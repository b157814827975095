using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.OpinionCases;

internal sealed class OpinionCaseConfiguration : IEntityTypeConfiguration<OpinionCase>
{
    public void Configure(EntityTypeBuilder<OpinionCase> builder)
    {
        builder.ToTable("OpinionCases");
        builder.Property(c => c.Title).HasMaxLength(OpinionCase.TitleLength);
        builder.Property(c => c.SourceNote).HasMaxLength(OpinionCase.NoteLength);
        builder.Property(c => c.EventEvidence).HasMaxLength(OpinionCase.NoteLength);
        builder.Property(c => c.FoundEvidence).HasMaxLength(OpinionCase.NoteLength);
        builder.Property(c => c.MarkReason).HasMaxLength(OpinionCase.NoteLength);
        foreach (var text in new[] { nameof(OpinionCase.Summary), nameof(OpinionCase.Assessment), nameof(OpinionCase.Measures), nameof(OpinionCase.Evaluation) })
            builder.Property<string>(text).HasMaxLength(OpinionCase.TextLength);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.Ignore(c => c.PendingSilence);
        builder.Ignore(c => c.PendingTime);
        builder.HasIndex(c => new { c.OrganisationId, c.Stage });
        builder.HasIndex(c => new { c.Stage, c.ChangedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Limits).WithOne().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Consultations).WithOne().HasForeignKey(q => q.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Decisions).WithOne().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.TimeChanges).WithOne().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Files).WithOne().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CaseStepConfiguration : IEntityTypeConfiguration<CaseStep>
{
    public void Configure(EntityTypeBuilder<CaseStep> builder)
    {
        builder.ToTable("OpinionCaseSteps");
        builder.HasKey(s => new { s.CaseId, s.Number });
        builder.Property(s => s.Act).HasMaxLength(40);
        builder.Property(s => s.Remark).HasMaxLength(OpinionCase.NoteLength);
    }
}

internal sealed class CaseLimitConfiguration : IEntityTypeConfiguration<CaseLimit>
{
    public void Configure(EntityTypeBuilder<CaseLimit> builder)
    {
        builder.ToTable("OpinionCaseLimits");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Ignore(l => l.DueAt);
        builder.HasIndex(l => new { l.CaseId, l.EndedAt });
    }
}

internal sealed class CaseConsultationConfiguration : IEntityTypeConfiguration<CaseConsultation>
{
    public void Configure(EntityTypeBuilder<CaseConsultation> builder)
    {
        builder.ToTable("OpinionCaseConsultations");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.OutsideName).HasMaxLength(OpinionCase.NameLength);
        builder.Property(q => q.Question).HasMaxLength(OpinionCase.NoteLength);
        builder.Property(q => q.Opinion).HasMaxLength(OpinionCase.TextLength);
        builder.HasIndex(q => new { q.OrganisationId, q.AnsweredAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(q => q.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseDecisionConfiguration : IEntityTypeConfiguration<CaseDecision>
{
    public void Configure(EntityTypeBuilder<CaseDecision> builder)
    {
        builder.ToTable("OpinionCaseDecisions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Words).HasMaxLength(OpinionCase.NoteLength);
        builder.Property(d => d.DecisionRemark).HasMaxLength(OpinionCase.NoteLength);
    }
}

internal sealed class CaseTimeChangeConfiguration : IEntityTypeConfiguration<CaseTimeChange>
{
    public void Configure(EntityTypeBuilder<CaseTimeChange> builder)
    {
        builder.ToTable("OpinionCaseTimeChanges");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Evidence).HasMaxLength(OpinionCase.NoteLength);
        builder.Property(t => t.DecisionRemark).HasMaxLength(OpinionCase.NoteLength);
    }
}

internal sealed class CaseFileConfiguration : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> builder)
    {
        builder.ToTable("OpinionCaseFiles");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.FileName).HasMaxLength(CaseFile.NameLength);
        builder.Property(f => f.Kind).HasMaxLength(CaseFile.KindLength);
        builder.Property(f => f.Hash).HasMaxLength(CaseFile.HashLength);
    }
}
