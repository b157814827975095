using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// One issue of an organisation's standard catalogue (标准目录): the city's, which covers all domains, or a township's own.
/// Old editions stay readable.
/// </summary>
public sealed class CatalogueEdition
{
    public const int NameLength = 120;

    private readonly List<StandardItem> _items = [];

    private CatalogueEdition()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The city government for the county edition, else the township.</summary>
    public Guid OwnerOrganisationId { get; private set; }

    /// <summary>The county edition a township's edition was adopted from.</summary>
    public Guid? BasedOnEditionId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The year in the name (2026年版).</summary>
    public int Year { get; private set; }

    public EditionStatus Status { get; private set; } = EditionStatus.Draft;

    /// <summary>First day in force.</summary>
    public DateOnly? InForceOn { get; private set; }

    /// <summary>First day on which a later edition took its place.</summary>
    public DateOnly? SupersededOn { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid? CreatedBy { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<StandardItem> Items => _items;

    public static CatalogueEdition Draft(
        Guid id, Guid ownerOrganisationId, string name, int year, Guid? basedOnEditionId, DateTime now, Guid? by)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleViolationException(new Refusal("Edition.NameMissing", "Name"));
        if (name.Trim().Length > NameLength) throw new RuleViolationException(new Refusal("Edition.NameTooLong", "Name", NameLength));
        return new CatalogueEdition
        {
            Id = id,
            OwnerOrganisationId = ownerOrganisationId,
            BasedOnEditionId = basedOnEditionId,
            Name = name.Trim(),
            Year = year,
            CreatedAt = now,
            CreatedBy = by,
        };
    }

    /// <summary>Adds an item; only a draft can change.</summary>
    public StandardItem Add(StandardItem item)
    {
        ThrowUnlessDraft();
        _items.Add(item);
        Revision++;
        return item;
    }

    /// <summary>Raises the revision because an item changed; only a draft can change.</summary>
    public void Touch()
    {
        ThrowUnlessDraft();
        Revision++;
    }

    /// <summary>Puts the draft in force. The caller has asked <c>EditionChecklist</c> and supersedes the former edition.</summary>
    public void PutInForce(DateOnly on)
    {
        ThrowUnlessDraft();
        (Status, InForceOn) = (EditionStatus.InForce, on);
        Revision++;
    }

    /// <summary>Marks the edition as replaced.</summary>
    public void Supersede(DateOnly on)
    {
        if (Status != EditionStatus.InForce) throw new RuleViolationException(new Refusal("Edition.NotInForce"));
        (Status, SupersededOn) = (EditionStatus.Superseded, on);
        Revision++;
    }

    private void ThrowUnlessDraft()
    {
        if (Status != EditionStatus.Draft) throw new RuleViolationException(new Refusal("Edition.NotDraft"));
    }
}
