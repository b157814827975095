using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(o => o.Slug).HasMaxLength(Organisation.SlugLength);
        builder.Property(o => o.Name).HasMaxLength(Organisation.NameLength);
        builder.Property(o => o.ShortName).HasMaxLength(Organisation.ShortNameLength);
        builder.Property(o => o.DivisionCode).HasMaxLength(12);
        builder.Property(o => o.CreditCode).HasConversion<OrganisationCode.Converter>().HasMaxLength(OrganisationCode.Length);
        builder.Property(o => o.Revision).IsConcurrencyToken();
        builder.HasMany(o => o.Predecessors).WithOne().HasForeignKey(o => o.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(o => o.ReviewSteps).HasDefaultValue(Organisation.FewestReviewSteps);
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.HasIndex(o => o.SortOrder);
        builder.ComplexProperty(o => o.Contact, contact =>
        {
            contact.Property(c => c.OfficeName).HasMaxLength(OrganisationContact.TextLength);
            contact.Property(c => c.Phone).HasMaxLength(OrganisationContact.TextLength);
            contact.Property(c => c.Fax).HasMaxLength(OrganisationContact.TextLength);
            contact.Property(c => c.Email).HasMaxLength(OrganisationContact.TextLength);
            contact.Property(c => c.Address).HasMaxLength(OrganisationContact.TextLength);
            contact.Property(c => c.PostalCode).HasMaxLength(OrganisationContact.TextLength);
            contact.Property(c => c.OfficeHours).HasMaxLength(OrganisationContact.TextLength);
        });
    }
}
