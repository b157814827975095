using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Freshness;

/// <summary>
/// Something that public pages show has changed. Written in the save that changed it, so that no path can forget it; every node
/// reads these rows to know whether a page it keeps is still the page of the database (<see cref="PublicState"/>).
/// </summary>
public sealed class PublicChange
{
    /// <summary>Longest tag: that of an organisation.</summary>
    public const int TagLength = 80;

    /// <summary>Grows with every row; gaps mean nothing.</summary>
    public long Id { get; init; }

    /// <summary>Which pages, one of <see cref="PublicTags"/>.</summary>
    public string Tag { get; init; } = "";

    /// <summary>
    /// A random number. The stamps of a tag together name a state of its pages, in whatever order they come; and a database that was
    /// restored and goes on differently never gets the name of a state that it had before.
    /// </summary>
    public long Stamp { get; init; }
}

/// <summary>What a <see cref="PublicChange"/> can speak of.</summary>
public static class PublicTags
{
    /// <summary>Every page: names, catalogue, calendar, links between documents, whatever is not known to touch less.</summary>
    public const string Everything = "everything";

    /// <summary>Lists, directories, feeds and figures: every page but those of single disclosures.</summary>
    public const string Lists = "lists";

    private const string OrganisationPrefix = "organisation:";

    /// <summary>The pages of the disclosures of one organisation, which show each other as related.</summary>
    /// <param name="address">Address of one of them, <c>mzj-2026-00012</c>; it keeps the organisation's short name of the day it was made.</param>
    public static string OrganisationOf(string address)
    {
        var year = address.LastIndexOf('-') is > 0 and var number ? address.LastIndexOf('-', number - 1) : -1;
        var slug = year > 0 ? address[..year] : address;
        return OrganisationPrefix + slug[..Math.Min(slug.Length, PublicChange.TagLength - OrganisationPrefix.Length)];
    }
}

internal sealed class PublicChangeConfiguration : IEntityTypeConfiguration<PublicChange>
{
    public void Configure(EntityTypeBuilder<PublicChange> builder)
    {
        builder.ToTable("PublicChanges");
        builder.Property(c => c.Id).ValueGeneratedOnAdd();
        builder.Property(c => c.Tag).HasMaxLength(PublicChange.TagLength);
    }
}
