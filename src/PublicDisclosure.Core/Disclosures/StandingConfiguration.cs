using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Core.Disclosures;

internal sealed class StandingChangeConfiguration : IEntityTypeConfiguration<StandingChange>
{
    public void Configure(EntityTypeBuilder<StandingChange> builder)
    {
        builder.ToTable("StandingChanges");
        builder.Property(c => c.Remark).HasMaxLength(StandingChange.RemarkLength);
        builder.Property(c => c.PublicReason).HasMaxLength(StandingChange.RemarkLength);
        builder.HasIndex(c => new { c.DisclosureId, c.Step });
        // The public register reads by action, newest first.
        builder.HasIndex(c => new { c.Action, c.At, c.Id });
    }
}

internal sealed class SuspensionConfiguration : IEntityTypeConfiguration<Suspension>
{
    public void Configure(EntityTypeBuilder<Suspension> builder)
    {
        builder.ToTable("Suspensions");
        builder.Property(s => s.Reason).HasMaxLength(Suspension.ReasonLength);
        builder.HasIndex(s => new { s.Outcome, s.DueOn });
    }
}

internal sealed class WithdrawalProposalConfiguration : IEntityTypeConfiguration<WithdrawalProposal>
{
    public void Configure(EntityTypeBuilder<WithdrawalProposal> builder)
    {
        builder.ToTable("WithdrawalProposals");
        builder.Property(p => p.Notice).HasMaxLength(Withdrawal.NoticeLength);
        builder.Property(p => p.ReplacementAddress).HasMaxLength(200);
        builder.HasIndex(p => new { p.Outcome, p.At });
    }
}

internal sealed class ShelvedListingConfiguration : IEntityTypeConfiguration<ShelvedListing>
{
    public void Configure(EntityTypeBuilder<ShelvedListing> builder)
    {
        builder.ToTable("ShelvedListings");
        builder.HasKey(s => s.DisclosureId);
        builder.Property(s => s.DisclosureId).ValueGeneratedNever();
        builder.Property(s => s.ItemCodes).HasMaxLength(ItemChoice.Most * (StandardItem.CodeLength + 1));
        builder.Ignore(s => s.Codes);
        builder.HasOne<Disclosure>().WithOne().HasForeignKey<ShelvedListing>(s => s.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}
