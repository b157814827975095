using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// A link by which somebody outside sees a draft as it will look (预览链接). The token itself is shown once and not kept; who
/// holds the database cannot open a draft with it.
/// </summary>
public sealed class PreviewLink
{
    public const int PurposeLength = 200;

    private PreviewLink()
    {
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary><see cref="PreviewToken.Hash"/> of the token.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>For whom and what for, as the person typed it; empty when not said. Never shown outside.</summary>
    public string Purpose { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>UTC instant from which it opens nothing.</summary>
    public DateTime ExpiresAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    /// <summary>Makes a link; what may be linked to is asked before (<see cref="PreviewRules"/>).</summary>
    public static PreviewLink Create(Guid id, Guid disclosureId, string tokenHash, string purpose, DateTime now, int days, Guid by) => new()
    {
        Id = id,
        DisclosureId = disclosureId,
        TokenHash = tokenHash,
        Purpose = purpose.Trim(),
        CreatedAt = now,
        CreatedBy = by,
        ExpiresAt = now.AddDays(days),
    };

    /// <summary>Ends it at once. Revoked again it stays as it was.</summary>
    public void Revoke(DateTime now, Guid by)
    {
        if (RevokedAt is null) (RevokedAt, RevokedBy) = (now, by);
    }
}

internal sealed class PreviewLinkConfiguration : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.ToTable("PreviewLinks");
        builder.Property(l => l.TokenHash).HasMaxLength(PreviewToken.HashLength);
        builder.Property(l => l.Purpose).HasMaxLength(PreviewLink.PurposeLength);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => new { l.DisclosureId, l.CreatedAt });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(l => l.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}
