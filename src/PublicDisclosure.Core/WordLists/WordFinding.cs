using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.WordLists;

/// <summary>Where in a public document a wrong form stands.</summary>
public enum WordPlace
{
    /// <summary>标题</summary>
    Title,

    /// <summary>概述</summary>
    Summary,

    /// <summary>通俗摘要</summary>
    PlainSummary,

    /// <summary>正文</summary>
    Body,

    /// <summary>附件名称</summary>
    FileName,

    /// <summary>附件内容</summary>
    FileText,
}

/// <summary>A wrong form in a public document, as the nightly check found it. It stays on record when it is gone.</summary>
public sealed class WordFinding
{
    public const int ContextLength = 200;

    private WordFinding()
    {
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Guid RuleId { get; private set; }

    /// <summary>The version in which it was seen first.</summary>
    public int VersionNumber { get; private set; }

    public WordPlace Place { get; private set; }

    /// <summary>The wrong form at the time.</summary>
    public string Form { get; private set; } = "";

    public bool IsGrave { get; private set; }

    /// <summary>The words around it.</summary>
    public string Context { get; private set; } = "";

    public DateTime FirstSeenAt { get; private set; }

    /// <summary>When the check no longer found it: mended, withdrawn, or the line was switched off.</summary>
    public DateTime? GoneAt { get; private set; }

    /// <param name="disclosureId">The document.</param>
    /// <param name="organisationId">Whose it is.</param>
    /// <param name="version">The version that is public.</param>
    /// <param name="place">Where in it.</param>
    /// <param name="line">The line of the list.</param>
    /// <param name="context">The words around it; of a file its name and part, because what stands around in lists may be persons.</param>
    /// <param name="now">UTC.</param>
    internal static WordFinding Make(Guid disclosureId, Guid organisationId, int version, WordPlace place, WordLine line, string context, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DisclosureId = disclosureId,
        OrganisationId = organisationId,
        RuleId = line.Id,
        VersionNumber = version,
        Place = place,
        Form = line.Entry.Wrong,
        IsGrave = line.Entry.IsGrave,
        Context = ShortText.Start(context, ContextLength),
        FirstSeenAt = now,
    };

    internal void Close(DateTime now) => GoneAt ??= now;
}

internal sealed class WordFindingConfiguration : IEntityTypeConfiguration<WordFinding>
{
    public void Configure(EntityTypeBuilder<WordFinding> builder)
    {
        builder.ToTable("WordFindings");
        builder.Property(f => f.Form).HasMaxLength(WordEntry.FormLength);
        builder.Property(f => f.Context).HasMaxLength(WordFinding.ContextLength);
        builder.HasIndex(f => new { f.GoneAt, f.FirstSeenAt, f.Id });
        builder.HasIndex(f => new { f.OrganisationId, f.GoneAt, f.FirstSeenAt, f.Id });
        builder.HasIndex(f => new { f.DisclosureId, f.GoneAt });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(f => f.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<WordRule>().WithMany().HasForeignKey(f => f.RuleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
