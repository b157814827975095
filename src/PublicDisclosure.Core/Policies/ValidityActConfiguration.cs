using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Policies;

internal sealed class ValidityActConfiguration : IEntityTypeConfiguration<ValidityAct>
{
    public void Configure(EntityTypeBuilder<ValidityAct> builder)
    {
        builder.ToTable("ValidityActs");
        builder.Property(a => a.Basis).HasMaxLength(ValidityAct.BasisLength);
        builder.Property(a => a.Reason).HasMaxLength(ValidityAct.ReasonLength);
        builder.Property(a => a.RefusalReason).HasMaxLength(ValidityAct.ReasonLength);
        builder.Property(a => a.Revision).IsConcurrencyToken();
        builder.HasIndex(a => a.DisclosureId);
        builder.HasIndex(a => a.BasisDisclosureId);
        // The public register: newest decision first.
        builder.HasIndex(a => new { a.State, a.DecidedAt, a.Id });
        builder.HasIndex(a => new { a.OrganisationId, a.State });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(a => a.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(a => a.BasisDisclosureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ValidityAct>().WithMany().HasForeignKey(a => a.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
