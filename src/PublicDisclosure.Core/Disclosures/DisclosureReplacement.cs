using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A public document that a draft is to replace (替代), chosen while drafting.</summary>
/// <param name="ReplacedId">The older document.</param>
/// <param name="Repeals">The older document is repealed from the day on which the new one takes effect.</param>
public sealed record ReplacementChoice(Guid ReplacedId, bool Repeals);

/// <summary>What the working copy is to replace.</summary>
public sealed class DisclosureReplacement
{
    /// <summary>How many documents one may replace.</summary>
    public const int Most = 50;

    private DisclosureReplacement()
    {
    }

    internal DisclosureReplacement(Guid disclosureId, ReplacementChoice choice) =>
        (DisclosureId, ReplacedId, Repeals) = (disclosureId, choice.ReplacedId, choice.Repeals);

    public Guid DisclosureId { get; private set; }

    public Guid ReplacedId { get; private set; }

    public bool Repeals { get; private set; }
}

/// <summary>What a published version replaces; frozen with it.</summary>
public sealed class VersionReplacement
{
    private VersionReplacement()
    {
    }

    internal VersionReplacement(Guid versionId, DisclosureReplacement chosen) =>
        (VersionId, ReplacedId, Repeals) = (versionId, chosen.ReplacedId, chosen.Repeals);

    public Guid VersionId { get; private set; }

    public Guid ReplacedId { get; private set; }

    public bool Repeals { get; private set; }
}

internal sealed class DisclosureReplacementConfiguration : IEntityTypeConfiguration<DisclosureReplacement>
{
    public void Configure(EntityTypeBuilder<DisclosureReplacement> builder)
    {
        builder.ToTable("DisclosureReplacements");
        builder.HasKey(r => new { r.DisclosureId, r.ReplacedId });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(r => r.ReplacedId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VersionReplacementConfiguration : IEntityTypeConfiguration<VersionReplacement>
{
    public void Configure(EntityTypeBuilder<VersionReplacement> builder)
    {
        builder.ToTable("VersionReplacements");
        builder.HasKey(r => new { r.VersionId, r.ReplacedId });
        builder.HasIndex(r => r.ReplacedId);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(r => r.ReplacedId).OnDelete(DeleteBehavior.Restrict);
    }
}
