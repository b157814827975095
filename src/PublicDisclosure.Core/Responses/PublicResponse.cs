using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Responses;

/// <summary>What a response is (国办发〔2016〕61号).</summary>
public enum ResponseKind
{
    /// <summary>公开回应</summary>
    Answer,

    /// <summary>首次权威信息</summary>
    FirstInformation,

    /// <summary>新闻发布会</summary>
    Conference,
}

/// <summary>What a response answers.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Concern">What people ask or say, in words that may be public.</param>
/// <param name="PolicyId">The public document it concerns; null where it concerns none.</param>
/// <param name="Matter">The matter it concerns, where that is no document.</param>
/// <param name="ClarifiesMisreading">误读澄清: the document was read as something it does not say.</param>
public sealed record ResponseFacts(ResponseKind Kind, string Concern, Guid? PolicyId, string Matter, bool ClarifiesMisreading)
{
    public const int ConcernLength = 300;
    public const int MatterLength = 200;

    /// <summary>Every reason why a response cannot say so.</summary>
    public IReadOnlyList<Refusal> Check(Guid? responseId = null)
    {
        var refusals = new List<Refusal>();
        refusals.AddRange(InternalNotes.Check(Concern, "Response.ConcernMissing", "Concern", ConcernLength));
        if (Matter.Length > 0) refusals.AddRange(InternalNotes.Check(Matter, "Response.MatterMissing", "Matter", MatterLength));
        if (PolicyId is null && string.IsNullOrWhiteSpace(Matter)) refusals.Add(new Refusal("Response.MatterMissing", "Matter"));
        if (ClarifiesMisreading && PolicyId is null) refusals.Add(new Refusal("Response.MisreadingOfNothing", "Policy"));
        if (responseId is { } id && PolicyId == id) refusals.Add(new Refusal("Response.AnswersItself", "Policy"));
        // Everybody will read it: what people ask goes out, a person's data never.
        if (PersonalDataFinder.Find(Concern).Count > 0) refusals.Add(new Refusal("Response.HasPersonalData", "Concern"));
        if (PersonalDataFinder.Find(Matter).Count > 0) refusals.Add(new Refusal("Response.HasPersonalData", "Matter"));
        return refusals;
    }

    internal ResponseFacts Normalised() => this with { Concern = Concern.Trim(), Matter = Matter.Trim() };
}

/// <summary>
/// What makes a disclosure a response (回应关切): the case behind it, which is never public, and what it answers. Text, versions,
/// review, checklist and withdrawal are the disclosure's own: it is one, of the genre <see cref="DisclosureGenre.Response"/>. What
/// it answers is drafted and reviewed with the text and reaches the public in the transaction that publishes it.
/// </summary>
public sealed class PublicResponse
{
    private PublicResponse()
    {
    }

    /// <summary>The disclosure that holds its text.</summary>
    public Guid DisclosureId { get; private set; }

    /// <summary>The case it answers; staff only. Null where no case stands behind it.</summary>
    public Guid? CaseId { get; private set; }

    public ResponseKind Kind { get; private set; }

    /// <summary>Of the working copy.</summary>
    public string Concern { get; private set; } = "";

    /// <summary>Of the working copy.</summary>
    public Guid? PolicyId { get; private set; }

    /// <summary>Of the working copy.</summary>
    public string Matter { get; private set; } = "";

    /// <summary>Of the working copy.</summary>
    public bool ClarifiesMisreading { get; private set; }

    /// <summary>The version with which the facts below became public; 0 for none yet.</summary>
    public int PublicVersion { get; private set; }

    public string PublicConcern { get; private set; } = "";

    public Guid? PublicPolicyId { get; private set; }

    public string PublicMatter { get; private set; } = "";

    public bool PublicClarifies { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>What the working copy answers.</summary>
    public ResponseFacts Facts => new(Kind, Concern, PolicyId, Matter, ClarifiesMisreading);

    /// <summary>Makes a new draft of the genre a response.</summary>
    public static PublicResponse Of(Disclosure disclosure, Guid? caseId, ResponseFacts facts, DateTime now, Guid by)
    {
        if (disclosure.Text.Genre != DisclosureGenre.Response) throw new InvalidOperationException("Only a disclosure of the genre is a response.");
        var response = new PublicResponse { DisclosureId = disclosure.Id, CaseId = caseId, CreatedAt = now, CreatedBy = by };
        response.Set(facts);
        return response;
    }

    /// <summary>Says anew what it answers. That counts as a change of the text, so that review is of what goes out.</summary>
    public void Describe(Disclosure disclosure, ResponseFacts facts, DateTime now, Guid by)
    {
        if (Facts == facts.Normalised()) return;
        // What was published as an answer does not become the conference that was due by some hour.
        if (PublicVersion > 0 && facts.Kind != Kind) throw new RuleViolationException(new Refusal("Response.KindIsFixed", "Kind"));
        disclosure.NoteResponseChange(now, by);
        Set(facts);
    }

    /// <summary>Its version is being published: what was reviewed with it is public from now on.</summary>
    internal void Publish(DisclosureVersion version) =>
        (PublicVersion, PublicConcern, PublicPolicyId, PublicMatter, PublicClarifies) = (version.Number, Concern, PolicyId, Matter, ClarifiesMisreading);

    internal void Revert()
    {
        if (PublicVersion > 0) (Concern, PolicyId, Matter, ClarifiesMisreading) = (PublicConcern, PublicPolicyId, PublicMatter, PublicClarifies);
    }

    private void Set(ResponseFacts facts)
    {
        RuleViolationException.ThrowIfAny(facts.Check(DisclosureId));
        (Kind, Concern, PolicyId, Matter, ClarifiesMisreading) = facts.Normalised();
    }
}

internal sealed class PublicResponseConfiguration : IEntityTypeConfiguration<PublicResponse>
{
    public void Configure(EntityTypeBuilder<PublicResponse> builder)
    {
        builder.ToTable("PublicResponses");
        builder.HasKey(r => r.DisclosureId);
        builder.Ignore(r => r.Facts);
        builder.Property(r => r.Concern).HasMaxLength(ResponseFacts.ConcernLength);
        builder.Property(r => r.PublicConcern).HasMaxLength(ResponseFacts.ConcernLength);
        builder.Property(r => r.Matter).HasMaxLength(ResponseFacts.MatterLength);
        builder.Property(r => r.PublicMatter).HasMaxLength(ResponseFacts.MatterLength);
        builder.HasIndex(r => r.CaseId);
        builder.HasIndex(r => r.PolicyId);
        builder.HasIndex(r => r.PublicPolicyId);
        builder.HasOne<Disclosure>().WithOne().HasForeignKey<PublicResponse>(r => r.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<OpinionCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(r => r.PolicyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(r => r.PublicPolicyId).OnDelete(DeleteBehavior.Restrict);
    }
}
