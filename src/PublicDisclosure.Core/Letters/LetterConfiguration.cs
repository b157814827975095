using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Letters;

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("Letters");
        builder.Property(l => l.Number).HasMaxLength(Letter.NumberLength);
        builder.Property(l => l.Fingerprint).HasMaxLength(Letter.HashLength);
        builder.Property(l => l.CodeHash).HasMaxLength(Letter.HashLength);
        builder.Property(l => l.SecretHash).HasMaxLength(Letter.HashLength);
        builder.Property(l => l.AboutPath).HasMaxLength(Letter.AboutLength);
        builder.Property(l => l.Matter).HasMaxLength(Letter.MatterLength);
        builder.Property(l => l.Direction).HasMaxLength(Letter.DirectionLength);
        builder.Property(l => l.PublicTitle).HasMaxLength(Letter.PublicTitleLength);
        builder.Property(l => l.PublicQuestion).HasMaxLength(Letter.PublicTextLength);
        builder.Property(l => l.PublicAnswer).HasMaxLength(Letter.PublicTextLength);
        builder.Property(l => l.PublicName).HasMaxLength(Letter.PublicNameLength);
        builder.Property(l => l.TakeDownReason).HasMaxLength(Letter.ReasonLength);
        builder.Property(l => l.Revision).IsConcurrencyToken();
        builder.OwnsOne(l => l.Extension, extension => extension.Property(e => e.Reason).HasMaxLength(LetterSeals.RemarkCipherLength));
        builder.Navigation(l => l.Steps).HasField("_steps");
        builder.Navigation(l => l.Replies).HasField("_replies");
        builder.Navigation(l => l.Parts).HasField("_parts");
        builder.Navigation(l => l.Files).HasField("_files");
        builder.Ignore(l => l.OpenReply);
        builder.Ignore(l => l.Answer);
        builder.HasIndex(l => l.Number).IsUnique();
        // A form sent twice makes one letter, also when both arrive in the same moment.
        builder.HasIndex(l => new { l.SubmissionId, l.Fingerprint }).IsUnique();
        builder.HasIndex(l => new { l.Fingerprint, l.ReceivedAt });
        builder.HasIndex(l => new { l.OrganisationId, l.State, l.DueOn });
        builder.HasIndex(l => new { l.OrganisationId, l.ReceivedAt });
        builder.HasIndex(l => new { l.State, l.DueOn });
        builder.HasIndex(l => new { l.Publicity, l.PublishedAt, l.Id });
        builder.HasIndex(l => new { l.Publicity, l.Kind, l.PublishedAt });
        builder.HasIndex(l => new { l.Publicity, l.OrganisationId, l.PublishedAt });
        builder.HasIndex(l => new { l.Publicity, l.DomainId, l.PublishedAt });
        builder.HasIndex(l => l.MergedIntoId);
        builder.HasIndex(l => new { l.ClosedAt, l.ForgottenAt });
        // The statistics are counted from these two alone.
        builder.HasIndex(l => l.Revision);
        builder.HasIndex(l => new { l.ReceivedOn, l.OrganisationId, l.Kind, l.State, l.FirstDays, l.FinalDays, l.IsLate, l.AnswerDueOn, l.Satisfaction });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.AddressedToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(l => l.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DisclosureDomain>().WithMany().HasForeignKey(l => l.DomainId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Original).WithOne().HasForeignKey<LetterOriginal>(o => o.LetterId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(l => l.Steps).WithOne().HasForeignKey(s => s.LetterId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(l => l.Replies).WithOne().HasForeignKey(r => r.LetterId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(l => l.Parts).WithOne().HasForeignKey(p => p.LetterId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(l => l.Files).WithOne().HasForeignKey(f => f.LetterId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LetterOriginalConfiguration : IEntityTypeConfiguration<LetterOriginal>
{
    public void Configure(EntityTypeBuilder<LetterOriginal> builder)
    {
        builder.ToTable("LetterOriginals");
        builder.HasKey(o => o.LetterId);
        builder.Property(o => o.Title).HasMaxLength(LetterSeals.RemarkCipherLength);
        builder.Property(o => o.Text).HasMaxLength(LetterSeals.TextCipherLength);
        builder.Property(o => o.Name).HasMaxLength(LetterSeals.RemarkCipherLength);
        builder.Property(o => o.Contact).HasMaxLength(LetterSeals.RemarkCipherLength);
        builder.Property(o => o.Again).HasMaxLength(LetterSeals.TextCipherLength);
    }
}

internal sealed class LetterStepConfiguration : IEntityTypeConfiguration<LetterStep>
{
    public void Configure(EntityTypeBuilder<LetterStep> builder)
    {
        builder.ToTable("LetterSteps");
        builder.Property(s => s.Remark).HasMaxLength(LetterSeals.TextCipherLength);
        builder.HasIndex(s => new { s.LetterId, s.Number });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OtherId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LetterReplyConfiguration : IEntityTypeConfiguration<LetterReply>
{
    public void Configure(EntityTypeBuilder<LetterReply> builder)
    {
        builder.ToTable("LetterReplies");
        builder.Property(r => r.Text).HasMaxLength(LetterSeals.TextCipherLength);
        builder.Property(r => r.AdoptionReason).HasMaxLength(Letter.ReasonLength);
        builder.HasIndex(r => new { r.LetterId, r.SubmittedAt });
    }
}

internal sealed class LetterPartConfiguration : IEntityTypeConfiguration<LetterPart>
{
    public void Configure(EntityTypeBuilder<LetterPart> builder)
    {
        builder.ToTable("LetterParts");
        builder.Property(p => p.Question).HasMaxLength(LetterSeals.TextCipherLength);
        builder.Property(p => p.Text).HasMaxLength(LetterSeals.TextCipherLength);
        builder.HasIndex(p => p.LetterId);
        builder.HasIndex(p => new { p.OrganisationId, p.GivenAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LetterFileConfiguration : IEntityTypeConfiguration<LetterFile>
{
    public void Configure(EntityTypeBuilder<LetterFile> builder)
    {
        builder.ToTable("LetterFiles");
        builder.Property(f => f.Name).HasMaxLength(LetterSeals.RemarkCipherLength);
        builder.Property(f => f.Kind).HasMaxLength(10);
        builder.Property(f => f.Hash).HasMaxLength(Letter.HashLength);
        builder.HasIndex(f => new { f.LetterId, f.Ordinal });
        builder.HasIndex(f => f.Hash);
    }
}
