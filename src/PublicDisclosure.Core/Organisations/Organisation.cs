using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Organisations;

/// <summary>
/// A body that must disclose (公开主体): the city government, a department, a township, later a village or a public
/// enterprise. Unknown facts stay null and read 待填写 on every page; nothing is invented.
/// </summary>
public sealed class Organisation
{
    public const int NameLength = 100;
    public const int ShortNameLength = 30;
    public const int SlugLength = 24;


    /// <summary>初审 with the secrecy review, and 终审 (审签).</summary>
    public const int FewestReviewSteps = 2;

    /// <summary>初审, 复审 and 终审.</summary>
    public const int MostReviewSteps = 3;

    private readonly List<Organisation> _predecessors = [];

    private Organisation()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>
    /// Address part that never changes, whatever happens to names and codes: short pinyin for a department, the division
    /// code for a township.
    /// </summary>
    public string Slug { get; private set; } = "";

    /// <summary>Full official name (全称).</summary>
    public string Name { get; private set; } = "";

    /// <summary>Short name as people say it (简称).</summary>
    public string ShortName { get; private set; } = "";

    public OrganisationKind Kind { get; private set; }

    /// <summary>Administrative division code, six digits for the city, nine for a township.</summary>
    public string DivisionCode { get; private set; } = "";

    /// <summary>Unified social credit code; index numbers issued from now on begin with it. Null while unknown.</summary>
    public OrganisationCode? CreditCode { get; private set; }

    /// <summary>The credit code was made up for the demonstration and is shown as such.</summary>
    public bool CreditCodeIsDemo { get; private set; }

    /// <summary>The name came from general knowledge and has not been confirmed by the city.</summary>
    public bool NameIsUnconfirmed { get; private set; }

    /// <summary>How to reach the office that handles disclosure (条例第十二条：政府信息公开指南).</summary>
    public OrganisationContact Contact { get; private set; } = new();

    /// <summary>Position in directories: government first, then departments in official order, then townships.</summary>
    public int SortOrder { get; private set; }

    /// <summary>False once the body was dissolved; its addresses and documents stay.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>The body that took over its functions when it was merged (机构撤并); null otherwise.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>The bodies merged into this one. Whoever holds a role here holds it for them, so that what they published can still be mended.</summary>
    public IReadOnlyList<Organisation> Predecessors => _predecessors;

    /// <summary>
    /// How many persons' steps a text passes before it is public (两级或三级审查). What is under way keeps the number with which
    /// it was submitted.
    /// </summary>
    public int ReviewSteps { get; private set; } = FewestReviewSteps;

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>Enters a body into the directory.</summary>
    public static Organisation Create(Guid id, string slug, string name, string shortName, OrganisationKind kind, string divisionCode, int sortOrder)
    {
        RuleViolationException.ThrowIfAny(Check(slug, name, shortName));
        return new Organisation
        {
            Id = id,
            Slug = slug,
            Name = name.Trim(),
            ShortName = shortName.Trim(),
            Kind = kind,
            DivisionCode = divisionCode,
            SortOrder = sortOrder,
        };
    }

    /// <summary>Every reason why these values cannot be an organisation's.</summary>
    public static IReadOnlyList<Refusal> Check(string? slug, string? name, string? shortName)
    {
        var refusals = new List<Refusal>();
        if (slug is null || slug.Length is 0 or > SlugLength || slug.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)))
            refusals.Add(new Refusal("Organisation.SlugInvalid", "Slug"));
        if (string.IsNullOrWhiteSpace(name)) refusals.Add(new Refusal("Organisation.NameMissing", "Name"));
        else if (name.Trim().Length > NameLength) refusals.Add(new Refusal("Organisation.NameTooLong", "Name", NameLength));
        if (string.IsNullOrWhiteSpace(shortName)) refusals.Add(new Refusal("Organisation.ShortNameMissing", "ShortName"));
        else if (shortName.Trim().Length > ShortNameLength)
            refusals.Add(new Refusal("Organisation.ShortNameTooLong", "ShortName", ShortNameLength));
        return refusals;
    }

    /// <summary>Changes the names. Addresses and numbers already issued keep what they were issued with.</summary>
    public void Rename(string name, string shortName, bool confirmed)
    {
        RuleViolationException.ThrowIfAny(Check(Slug, name, shortName));
        (Name, ShortName, NameIsUnconfirmed) = (name.Trim(), shortName.Trim(), !confirmed);
        Revision++;
    }

    /// <summary>Sets the credit code that later index numbers carry.</summary>
    public void AssignCreditCode(OrganisationCode? code, bool isDemo)
    {
        (CreditCode, CreditCodeIsDemo) = (code, isDemo && code is not null);
        Revision++;
    }

    /// <summary>Replaces the contact of the disclosure office.</summary>
    public void UpdateContact(OrganisationContact contact)
    {
        Contact = contact;
        Revision++;
    }

    /// <summary>Sets how many steps the review of what is submitted from now on has.</summary>
    public void SetReviewSteps(int steps)
    {
        if (steps is < FewestReviewSteps or > MostReviewSteps) throw new RuleViolationException(new Refusal("Organisation.ReviewStepsInvalid", "Steps"));
        ReviewSteps = steps;
        Revision++;
    }

    /// <summary>Marks the body as existing or dissolved; one that exists again has no successor.</summary>
    public void SetActive(bool active)
    {
        IsActive = active;
        if (active) SuccessorId = null;
        Revision++;
    }

    /// <summary>Dissolves the body into another, which takes over its open work and keeps what it published.</summary>
    /// <exception cref="RuleViolationException">The successor does not exist any more, or is this body itself.</exception>
    public void MergeInto(Organisation successor)
    {
        RuleViolationException.ThrowIfAny(CheckMerge(successor));
        (IsActive, SuccessorId) = (false, successor.Id);
        Revision++;
    }

    /// <summary>Every reason why this body cannot be merged into that one.</summary>
    public IReadOnlyList<Refusal> CheckMerge(Organisation? successor)
    {
        if (successor is null || successor.Id == Id) return [new Refusal("Organisation.SuccessorMissing", "SuccessorId")];
        return successor.IsActive ? [] : [new Refusal("Organisation.SuccessorDissolved", "SuccessorId", successor.Name)];
    }
}

/// <summary>Kinds of bodies that disclose.</summary>
public enum OrganisationKind
{
    /// <summary>The people's government of the city (市人民政府).</summary>
    Government,

    /// <summary>A department of the city government (市直部门), bodies under vertical leadership included.</summary>
    Department,

    /// <summary>A township (乡镇人民政府).</summary>
    Township,

    /// <summary>A village or residents' committee (村（居）民委员会).</summary>
    Village,

    /// <summary>A public enterprise or institution (公共企事业单位).</summary>
    Enterprise,
}
