namespace PublicDisclosure.Core.Catalogue;

/// <summary>A domain (领域) of the national standard catalogues: 社会救助, 财政预决算 ... 26 pilot domains and later ones.</summary>
public sealed class DisclosureDomain
{
    public const int NameLength = 60;
    public const int SlugLength = 60;

    private DisclosureDomain()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Two digits in the order of the national list; the first part of item codes. Never changes.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Address part (<c>social-assistance</c>). Never changes.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The ministry that issued the guideline, from general knowledge; empty when unknown.</summary>
    public string Ministry { get; private set; } = "";

    /// <summary>Document number of the guideline; empty when unknown.</summary>
    public string GuidelineNumber { get; private set; } = "";

    /// <summary>The department that leads the domain in this city (牵头部门).</summary>
    public Guid? LeadOrganisationId { get; private set; }

    public int SortOrder { get; private set; }

    public static DisclosureDomain Create(
        Guid id, string code, string slug, string name, string ministry, string guidelineNumber, Guid? leadOrganisationId, int sortOrder) => new()
        {
            Id = id,
            Code = code,
            Slug = slug,
            Name = name,
            Ministry = ministry,
            GuidelineNumber = guidelineNumber,
            LeadOrganisationId = leadOrganisationId,
            SortOrder = sortOrder,
        };

    /// <summary>Names the department that leads the domain.</summary>
    public void AssignLead(Guid? organisationId) => LeadOrganisationId = organisationId;
}
