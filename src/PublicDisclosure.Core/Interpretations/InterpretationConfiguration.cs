using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Interpretations;

internal sealed class InterpretationConfiguration : IEntityTypeConfiguration<Interpretation>
{
    public void Configure(EntityTypeBuilder<Interpretation> builder)
    {
        builder.ToTable("Interpretations");
        builder.HasKey(i => i.DisclosureId);
        builder.ComplexProperty(i => i.Interpreter, InterpreterMapping.Configure);
        builder.HasOne<Disclosure>().WithOne().HasForeignKey<Interpretation>(i => i.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Links).WithOne().HasForeignKey(l => l.InterpretationId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Columns of an <see cref="Interpreter"/>, the same for working copy, plan and public record.</summary>
internal static class InterpreterMapping
{
    public static void Configure(ComplexPropertyBuilder<Interpreter> interpreter)
    {
        interpreter.Property(i => i.Name).HasMaxLength(Interpreter.NameLength);
        interpreter.Property(i => i.Post).HasMaxLength(Interpreter.PostLength);
        interpreter.Property(i => i.ContactUnit).HasMaxLength(Interpreter.UnitLength);
        interpreter.Property(i => i.ContactPhone).HasMaxLength(Interpreter.PhoneLength);
    }
}

internal sealed class InterpretationLinkConfiguration : IEntityTypeConfiguration<InterpretationLink>
{
    public void Configure(EntityTypeBuilder<InterpretationLink> builder)
    {
        builder.ToTable("InterpretationLinks");
        builder.HasKey(l => new { l.InterpretationId, l.PolicyId });
        builder.HasIndex(l => l.PolicyId);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(l => l.PolicyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InterpretationPlanConfiguration : IEntityTypeConfiguration<InterpretationPlan>
{
    public void Configure(EntityTypeBuilder<InterpretationPlan> builder)
    {
        builder.ToTable("InterpretationPlans");
        builder.HasKey(p => p.PolicyId);
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.ComplexProperty(p => p.Text, text =>
        {
            text.Property(t => t.Outline).HasMaxLength(PlanText.OutlineLength);
            text.Property(t => t.Forms).HasMaxLength(PlanText.FormsLength);
            text.Property(t => t.Channels).HasMaxLength(PlanText.WordsLength);
            text.Property(t => t.Time).HasMaxLength(PlanText.WordsLength);
            text.Property(t => t.WhyNotHead).HasMaxLength(PlanText.WordsLength);
            text.Ignore(t => t.ChosenForms);
        });
        builder.ComplexProperty(p => p.Interpreter, InterpreterMapping.Configure);
        builder.HasOne<Disclosure>().WithOne().HasForeignKey<InterpretationPlan>(p => p.PolicyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InterpretationWaiverConfiguration : IEntityTypeConfiguration<InterpretationWaiver>
{
    public void Configure(EntityTypeBuilder<InterpretationWaiver> builder)
    {
        builder.ToTable("InterpretationWaivers");
        builder.HasKey(w => w.PolicyId);
        builder.Property(w => w.Revision).IsConcurrencyToken();
        builder.Property(w => w.Reason).HasMaxLength(InterpretationWaiver.ReasonLength);
        builder.HasIndex(w => new { w.SettledAt, w.OwedFrom });
        builder.HasOne<Disclosure>().WithOne().HasForeignKey<InterpretationWaiver>(w => w.PolicyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ForwardedInterpretationConfiguration : IEntityTypeConfiguration<ForwardedInterpretation>
{
    public void Configure(EntityTypeBuilder<ForwardedInterpretation> builder)
    {
        builder.ToTable("ForwardedInterpretations");
        builder.HasKey(f => new { f.PolicyId, f.IsPublic });
        builder.Property(f => f.Title).HasMaxLength(ForwardedInterpretation.TitleLength);
        builder.Property(f => f.Address).HasMaxLength(ForwardedInterpretation.AddressLength);
        builder.Property(f => f.Issuer).HasMaxLength(ForwardedInterpretation.IssuerLength);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(f => f.PolicyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PublicInterpretationConfiguration : IEntityTypeConfiguration<PublicInterpretation>
{
    public void Configure(EntityTypeBuilder<PublicInterpretation> builder)
    {
        builder.ToTable("PublicInterpretations");
        builder.HasKey(i => i.DisclosureId);
        builder.HasIndex(i => i.Form);
        builder.ComplexProperty(i => i.Interpreter, InterpreterMapping.Configure);
        builder.HasOne<Disclosure>().WithOne().HasForeignKey<PublicInterpretation>(i => i.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Links).WithOne().HasForeignKey(l => l.InterpretationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PublicInterpretationLinkConfiguration : IEntityTypeConfiguration<PublicInterpretationLink>
{
    public void Configure(EntityTypeBuilder<PublicInterpretationLink> builder)
    {
        builder.ToTable("PublicInterpretationLinks");
        builder.HasKey(l => new { l.InterpretationId, l.PolicyId });
        builder.HasIndex(l => l.PolicyId);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(l => l.PolicyId).OnDelete(DeleteBehavior.Restrict);
    }
}
