using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Search;

/// <summary>What a row of the search's outbox speaks of.</summary>
public enum SearchSubject
{
    /// <summary>Everything: the index is built anew.</summary>
    Everything,

    /// <summary>A disclosure of any genre, by its id.</summary>
    Disclosure,

    /// <summary>A letter, by its id.</summary>
    Letter,

    /// <summary>A question of many, by its id.</summary>
    Question,

    /// <summary>An item of the catalogue in force, by its id.</summary>
    Item,

    /// <summary>An organisation, by its id; with it everything that carries its name.</summary>
    Organisation,
}

/// <summary>
/// Something that can be found by search has changed. Written in the save that changed it, so that no path can forget it; every
/// node reads on from where its own index stands, so that rows are not taken away when one has read them.
/// </summary>
public sealed class SearchChange
{
    /// <summary>Grows with every row.</summary>
    public long Id { get; init; }

    public SearchSubject Subject { get; init; }

    /// <summary>Its id; empty means all of them.</summary>
    public Guid SubjectId { get; init; }
}

internal sealed class SearchChangeConfiguration : IEntityTypeConfiguration<SearchChange>
{
    public void Configure(EntityTypeBuilder<SearchChange> builder)
    {
        builder.ToTable("SearchChanges");
        builder.Property(c => c.Id).ValueGeneratedOnAdd();
    }
}
