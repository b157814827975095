using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Disclosures;

internal sealed class DisclosureConfiguration : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.ToTable("Disclosures");
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.Property(d => d.IndexNumber).HasMaxLength(IndexNumber.MaxLength);
        builder.Property(d => d.Address).HasMaxLength(40);
        builder.Property(d => d.PendingChangeReason).HasMaxLength(DisclosureTransition.RemarkLength);
        builder.ComplexProperty(d => d.Text, TextMapping.Configure);
        builder.Property(d => d.DraftDocumentNumber).HasMaxLength(DocumentNumber.MaxLength).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.HasIndex(d => new { d.OrganisationId, d.DraftDocumentNumber });
        builder.Property(d => d.OriginalAddress).HasMaxLength(Disclosure.OriginalAddressLength);
        // What lies in the bin is nowhere but in the bin: only its own class looks past this.
        builder.HasQueryFilter(d => d.DiscardedAt == null);
        // Only what is in the bin: over all rows the index looks to SQLite like the way to any page, since none is discarded.
        builder.HasIndex(d => d.DiscardedAt).HasFilter("DiscardedAt IS NOT NULL");
        builder.HasIndex(d => d.OriginalAddress);
        builder.HasIndex(d => new { d.BatchId, d.BatchRow });
        builder.HasOne<Batches.DisclosureBatch>().WithMany().HasForeignKey(d => d.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.Address).IsUnique();
        builder.HasIndex(d => d.IndexNumber).IsUnique();
        builder.HasIndex(d => new { d.OrganisationId, d.State, d.ChangedAt });
        builder.HasIndex(d => new { d.State, d.ScheduledAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        Part(builder, d => d.Items, i => i.DisclosureId);
        Part(builder, d => d.Attachments, a => a.DisclosureId);
        Part(builder, d => d.Transitions, t => t.DisclosureId);
        Part(builder, d => d.Versions, v => v.DisclosureId);
        Part(builder, d => d.Reviews, r => r.DisclosureId);
        Part(builder, d => d.Contributors, c => c.DisclosureId);
        Part(builder, d => d.WarningReasons, w => w.DisclosureId);
        Part(builder, d => d.FormedDateChanges, c => c.DisclosureId);
        Part(builder, d => d.Replacements, r => r.DisclosureId);
        Part(builder, d => d.Signatures, s => s.DisclosureId);
        Part(builder, d => d.ForcedPublications, f => f.DisclosureId);
        Part(builder, d => d.Opinions, o => o.DisclosureId);
        Part(builder, d => d.Reexaminations, r => r.DisclosureId);
        builder.Property(d => d.ReviewSteps).HasDefaultValue(Organisation.FewestReviewSteps);
        builder.HasIndex(d => new { d.State, d.ReexamineOn });
        builder.HasOne(d => d.ScheduleRefusal).WithOne().HasForeignKey<ScheduleRefusal>(r => r.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(d => d.Arrival).WithOne().HasForeignKey<ApiKeys.SystemArrival>(a => a.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        Part(builder, d => d.StandingChanges, c => c.DisclosureId);
        Part(builder, d => d.Suspensions, s => s.DisclosureId);
        Part(builder, d => d.Proposals, p => p.DisclosureId);
        builder.Ignore(d => d.OpenSuspension).Ignore(d => d.OpenProposal);
        // Rows of an older database have nothing closed.
        builder.Property(d => d.ClosedThrough).HasDefaultValue(0);
        builder.Property(d => d.PendingClosesFormer).HasDefaultValue(false);
        builder.Property(d => d.OriginalAddress).HasDefaultValue("");
        builder.HasIndex(d => d.SuspendedAt);
        builder.HasIndex(d => d.WithdrawalProposedAt);
        builder.HasOne(d => d.Withdrawal).WithOne().HasForeignKey<Withdrawal>(w => w.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Part<T>(
        EntityTypeBuilder<Disclosure> builder, Expression<Func<Disclosure, IEnumerable<T>?>> parts, Expression<Func<T, object?>> key)
        where T : class => builder.HasMany(parts).WithOne().HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
}

/// <summary>Columns of a <see cref="DisclosureText"/>, the same for working copy and version.</summary>
internal static class TextMapping
{
    public static void Configure(ComplexPropertyBuilder<DisclosureText> text)
    {
        text.Property(t => t.Title).HasMaxLength(DisclosureText.TitleLength);
        text.Property(t => t.DocumentNumber).HasMaxLength(DocumentNumber.MaxLength);
        text.Property(t => t.ObjectionContact).HasMaxLength(DisclosureText.ContactLength);
        text.Property(t => t.Keywords).HasMaxLength(DisclosureText.KeywordsLength);
        text.Property(t => t.Source).HasMaxLength(DisclosureText.SourceLength);
        text.Property(t => t.Summary).HasMaxLength(DisclosureText.SummaryLength);
        text.Property(t => t.PlainSummary).HasMaxLength(PlainSummaryRule.StoredLength);
        text.Property(t => t.Channels).HasMaxLength(DisclosureText.ChannelsLength);
        text.Property(t => t.Concerns).HasDefaultValue(PublicConcerns.None);
        text.Property(t => t.Body).HasMaxLength(DisclosureText.BodyLength);
    }
}

internal sealed class DisclosureItemConfiguration : IEntityTypeConfiguration<DisclosureItem>
{
    public void Configure(EntityTypeBuilder<DisclosureItem> builder)
    {
        builder.ToTable("DisclosureItems");
        builder.HasKey(i => new { i.DisclosureId, i.ItemCode });
        builder.Property(i => i.ItemCode).HasMaxLength(Catalogue.StandardItem.CodeLength);
        builder.Property(i => i.Elements).HasMaxLength(Catalogue.StandardItem.LongTextLength);
        builder.Property(i => i.OrganisationId).HasDefaultValue(Guid.Empty);
        builder.HasIndex(i => i.ItemCode);
        // The coverage: what one body has behind one item.
        builder.HasIndex(i => new { i.OrganisationId, i.ItemCode });
    }
}

internal sealed class DisclosureTransitionConfiguration : IEntityTypeConfiguration<DisclosureTransition>
{
    public void Configure(EntityTypeBuilder<DisclosureTransition> builder)
    {
        builder.ToTable("DisclosureTransitions");
        builder.Property(t => t.Remark).HasMaxLength(DisclosureTransition.RemarkLength);
        builder.HasIndex(t => new { t.DisclosureId, t.Step });
    }
}

internal sealed class SecrecyReviewConfiguration : IEntityTypeConfiguration<SecrecyReview>
{
    public void Configure(EntityTypeBuilder<SecrecyReview> builder)
    {
        builder.ToTable("SecrecyReviews");
        builder.Property(r => r.Remark).HasMaxLength(SecrecyReview.RemarkLength);
    }
}

internal sealed class DisclosureContributorConfiguration : IEntityTypeConfiguration<DisclosureContributor>
{
    public void Configure(EntityTypeBuilder<DisclosureContributor> builder)
    {
        builder.ToTable("DisclosureContributors");
        builder.HasKey(c => new { c.DisclosureId, c.UserId });
    }
}

internal sealed class WarningReasonConfiguration : IEntityTypeConfiguration<WarningReason>
{
    public void Configure(EntityTypeBuilder<WarningReason> builder)
    {
        builder.ToTable("WarningReasons");
        builder.Property(w => w.AtApproval).HasDefaultValue(false);
        builder.Property(w => w.Code).HasMaxLength(WarningReason.CodeLength);
        builder.Property(w => w.Reason).HasMaxLength(WarningReason.ReasonLength);
    }
}

internal sealed class WithdrawalConfiguration : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("Withdrawals");
        builder.HasKey(w => w.DisclosureId);
        builder.Property(w => w.Notice).HasMaxLength(Withdrawal.NoticeLength);
        builder.Property(w => w.ReplacementAddress).HasMaxLength(200);
        builder.HasIndex(w => w.At);
    }
}

internal sealed class DisclosureAttachmentConfiguration : IEntityTypeConfiguration<DisclosureAttachment>
{
    public void Configure(EntityTypeBuilder<DisclosureAttachment> builder)
    {
        builder.ToTable("DisclosureAttachments");
        builder.Property(a => a.FileName).HasMaxLength(DisclosureAttachment.FileNameLength);
        builder.Property(a => a.Kind).HasMaxLength(10);
        builder.Property(a => a.Hash).HasMaxLength(DisclosureAttachment.HashLength);
    }
}

internal sealed class DisclosureVersionConfiguration : IEntityTypeConfiguration<DisclosureVersion>
{
    public void Configure(EntityTypeBuilder<DisclosureVersion> builder)
    {
        builder.ToTable("DisclosureVersions");
        builder.Property(v => v.OrganisationName).HasMaxLength(Organisation.NameLength);
        builder.Property(v => v.Html).HasMaxLength(DisclosureVersion.HtmlLength);
        builder.Property(v => v.PlainText).HasMaxLength(DisclosureVersion.HtmlLength);
        builder.Property(v => v.RendererVersion).HasMaxLength(20);
        builder.Property(v => v.ChangeReason).HasMaxLength(DisclosureTransition.RemarkLength);
        builder.Property(v => v.ContentHash).HasMaxLength(64);
        builder.Property(v => v.ClosesFormer).HasDefaultValue(false);
        builder.ComplexProperty(v => v.Text, TextMapping.Configure);
        builder.HasIndex(v => new { v.DisclosureId, v.Number }).IsUnique();
        builder.HasIndex(v => new { v.Change, v.PublishedAt });
        builder.HasMany(v => v.Attachments).WithOne().HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(v => v.Replacements).WithOne().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class VersionAttachmentConfiguration : IEntityTypeConfiguration<VersionAttachment>
{
    public void Configure(EntityTypeBuilder<VersionAttachment> builder)
    {
        builder.ToTable("VersionAttachments");
        builder.HasKey(a => new { a.VersionId, a.Ordinal });
        builder.Property(a => a.FileName).HasMaxLength(DisclosureAttachment.FileNameLength);
        builder.Property(a => a.Kind).HasMaxLength(10);
        builder.Property(a => a.Hash).HasMaxLength(DisclosureAttachment.HashLength);
        builder.HasIndex(a => a.Hash);
    }
}

internal sealed class IndexCounterConfiguration : IEntityTypeConfiguration<IndexCounter>
{
    public void Configure(EntityTypeBuilder<IndexCounter> builder)
    {
        builder.ToTable("IndexCounters");
        builder.HasKey(c => new { c.OrganisationId, c.Year });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
