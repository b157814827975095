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
