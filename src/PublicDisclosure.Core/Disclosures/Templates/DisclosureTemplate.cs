using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures.Templates;

/// <summary>
/// A template for documents of one item (模板): what a draft begins with. An organisation keeps its own; the disclosure office
/// keeps those for all. What the clerk still has to fill in is written {like this} or （此处填写…） and found by the checklist.
/// </summary>
public sealed class DisclosureTemplate
{
    public const int NameLength = 100;

    private DisclosureTemplate()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Whose it is; null is for every organisation.</summary>
    public Guid? OrganisationId { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>What staff call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Title pattern, body and the rest; never a date or a document number.</summary>
    public DisclosureText Text { get; private set; } = new();

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>When it was retired: it is offered no more, and stays.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Makes one.</summary>
    public static DisclosureTemplate Create(Guid id, Guid? organisationId, string itemCode, string name, DisclosureText text, DateTime now)
    {
        RuleViolationException.ThrowIfAny(Check(itemCode, name, text));
        return new DisclosureTemplate
        {
            Id = id,
            OrganisationId = organisationId,
            ItemCode = itemCode,
            Name = name.Trim(),
            Text = DisclosureCopying.Cleared(text).Normalised(),
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    /// <summary>Every reason why a template cannot be like this.</summary>
    public static IReadOnlyList<Refusal> Check(string itemCode, string name, DisclosureText text)
    {
        var refusals = new List<Refusal>(DisclosureText.Check(text));
        if (string.IsNullOrWhiteSpace(name)) refusals.Add(new Refusal("Template.NameMissing", "Name"));
        else if (name.Trim().Length > NameLength) refusals.Add(new Refusal("Disclosure.TextTooLong", "Name", NameLength, name.Trim().Length));
        if (itemCode.Length is 0 or > StandardItem.CodeLength) refusals.Add(new Refusal("Template.ItemMissing", "Item"));
        return refusals;
    }

    /// <summary>Changes it; drafts that were started from it keep their text.</summary>
    public void Edit(string name, DisclosureText text, DateTime now)
    {
        if (RetiredAt is not null) throw new RuleViolationException(new Refusal("Template.Retired"));
        RuleViolationException.ThrowIfAny(Check(ItemCode, name, text));
        (Name, Text) = (name.Trim(), DisclosureCopying.Cleared(text).Normalised());
        Touch(now);
    }

    /// <summary>Takes it out of use (停用).</summary>
    public void Retire(DateTime now)
    {
        if (RetiredAt is not null) throw new RuleViolationException(new Refusal("Template.Retired"));
        RetiredAt = now;
        Touch(now);
    }

    private void Touch(DateTime now)
    {
        ChangedAt = now;
        Revision++;
    }
}

internal sealed class DisclosureTemplateConfiguration : IEntityTypeConfiguration<DisclosureTemplate>
{
    public void Configure(EntityTypeBuilder<DisclosureTemplate> builder)
    {
        builder.ToTable("DisclosureTemplates");
        builder.Property(t => t.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(t => t.Name).HasMaxLength(DisclosureTemplate.NameLength);
        builder.Property(t => t.Revision).IsConcurrencyToken();
        builder.ComplexProperty(t => t.Text, TextMapping.Configure);
        builder.HasIndex(t => new { t.OrganisationId, t.ItemCode });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
